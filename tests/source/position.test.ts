import { describe, expect, test } from 'vitest';
import { printLocation } from '../../core/diagnostics/location.ts';
import { parseSource } from '../../core/source/parse.ts';
import type { Part } from '../../core/source/source.ts';

/** What the location at a pointer marks: its line and column and the marked text. */
function marked(text: string, pointer: string, part?: Part): string {
  const { source } = parseSource('a.yaml', text);
  const location = source.at(pointer, part);
  const { start, end } = location.range;
  return `${printLocation(location)} ${source.text.slice(start.offset, end.offset)}`;
}

describe('a JSON pointer leads back to its line and column', () => {
  const text = [
    'info:',
    '  title: "Đặt hàng"',
    "  version: '1.0'",
    'paths:',
    '  /a/{b}:',
    '    get: {tags: [x, y], deprecated: true}',
    '  ~tilde:',
    '    200: plain',
  ].join('\n');

  test.each([
    ['', 'best', 'a.yaml:1:1 i'],
    ['/info', 'best', 'a.yaml:1:1 info'],
    ['/info/title', 'best', 'a.yaml:2:10 "Đặt hàng"'],
    ['/info/title', 'key', 'a.yaml:2:3 title'],
    ['/info/version', 'value', "a.yaml:3:12 '1.0'"],
    ['/paths/~1a~1{b}', 'best', 'a.yaml:5:3 /a/{b}'],
    ['/paths/~1a~1{b}/get/tags/1', 'best', 'a.yaml:6:21 y'],
    ['/paths/~1a~1{b}/get/deprecated', 'key', 'a.yaml:6:25 deprecated'],
    ['/paths/~0tilde/200', 'best', 'a.yaml:8:10 plain'],
  ] as const)('%s (%s)', (pointer, part, expected) => {
    expect(marked(text, pointer, part)).toBe(expected);
  });

  test('a pointer to something that does not exist marks its nearest ancestor', () => {
    expect(marked(text, '/info/contact/email')).toBe('a.yaml:1:1 info');
  });

  test('an empty value is marked by its key', () => {
    expect(marked('a:\n  b:\n  c: 1', '/a/b')).toBe('a.yaml:2:3 b');
  });

  test('JSON on one line keeps its columns', () => {
    expect(marked('{"a": {"b": [1, {"c": "d"}]}}', '/a/b/1/c')).toBe('a.yaml:1:23 "d"');
  });

  test('CRLF, lone CR and a byte order mark do not shift lines', () => {
    expect(marked('\uFEFFa: 1\r\nb: 2\rc: 3', '/c')).toBe('a.yaml:3:4 3');
  });

  test('an alias leads to what its anchor names, as redefined last', () => {
    const text = 'a: &x {k: 1}\nb: *x\nc: &x {k: 2}\nd: *x';
    expect([marked(text, '/b/k'), marked(text, '/d/k')]).toEqual(['a.yaml:1:11 1', 'a.yaml:3:11 2']);
  });

  test('a merged key is marked where it is written', () => {
    const text = 'base: &base\n  k: 1\nother: &other {m: 3}\nuse:\n  <<: [*base, *other]\n  l: 2';
    expect([marked(text, '/use/k'), marked(text, '/use/m'), marked(text, '/use/l')]).toEqual([
      'a.yaml:2:6 1',
      'a.yaml:3:19 3',
      'a.yaml:6:6 2',
    ]);
  });

  test('block scalars, sequences of sequences and explicit keys are found', () => {
    const text = 'text: |\n  one\n  two\n? key\n: - - 1\n    - 2\n  - 3\n';
    expect([marked(text, '/text', 'key'), marked(text, '/key/0/1'), marked(text, '/key/1')]).toEqual([
      'a.yaml:1:1 text',
      'a.yaml:6:7 2',
      'a.yaml:7:5 3',
    ]);
  });
});
