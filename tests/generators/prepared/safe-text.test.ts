import { expect, test } from 'vitest';
import { isSafe, safePath, safeProse } from '../../../generators/prepared/safe-text.ts';

test.each([
  ['/pets/{id}', '/pets/{id}'],
  ["/it's", '/it%27s'],
  ['/a`\u0024{b}', '/a%60%24{b}'],
  ['/caf\u00e9', '/caf%C3%A9'],
  // Encoded already, and so the same on the wire.
  ['/caf%C3%A9', '/caf%C3%A9'],
  ['/50%/%zz', '/50%25/%25zz'],
  ['/%ff', '/%25ff'],
])('the path %s is printed as %s', (path, printed) => {
  expect(safePath(path)).toBe(printed);
  expect(() => decodeURIComponent(safePath(path))).not.toThrow();
});

test('prose keeps its words and loses what ends a comment, a string or a template', () => {
  expect(safeProse('a */ b `c` \u0024{d} {{e}} """f""" \\u002a <%= g %> \u2028h')).toBe(
    "a * / b 'c' $ {d} { {e} } '''f''' /u002a < %= g % > \nh",
  );
  expect(safeProse(' \u202e ')).toBeUndefined();
});

test.each(["'", '"', '`', '\\', '\n', '\u2028', '${', '{{', '*/', '</', '<!--', '\u202e', '\ud800'])(
  'a text with %j is not safe to be printed as it is',
  (mark) => {
    expect([isSafe('plain text'), isSafe(`a${mark}b`)]).toEqual([true, false]);
  },
);
