import { describe, expect, test } from 'vitest';
import { printLocation } from '../../core/diagnostics/location.ts';
import { defaultLimits } from '../../core/source/limits.ts';
import { parseSource } from '../../core/source/parse.ts';

function findings(text: string): string[] {
  return parseSource('a.yaml', text).diagnostics.map(
    ({ rule, message, location }) => `${printLocation(location)} ${rule} ${message}`,
  );
}

describe('a text that is not one readable document is a finding with its place', () => {
  test.each([
    ['nothing', '', 'a.yaml:1:1 source-empty The file is empty. Write a contract into it.'],
    ['only a comment', '# later', 'a.yaml:1:1 source-empty The file is empty. Write a contract into it.'],
    [
      'a duplicate key',
      'a: 1\nb: 2\na: 3',
      'a.yaml:3:1 source-syntax Duplicated mapping key. Correct the YAML or JSON here.',
    ],
    [
      'two documents',
      'a: 1\n---\nb: 2',
      'a.yaml:3:1 source-syntax The file holds several YAML documents. Keep one contract per file.',
    ],
    [
      'a number without a JSON form',
      'a:\n  b: .nan',
      'a.yaml:2:6 source-number NaN is a YAML number that JSON has no form for. Use a finite number or a string.',
    ],
    [
      'a value that contains itself',
      'a: &x\n  b: *x',
      'a.yaml:2:6 source-limits A YAML alias here refers to a value that contains it. Use a $ref for recursive schemas.',
    ],
    [
      'a tag that asks for code',
      'a: !!js/function "x"',
      'a.yaml:1:4 source-syntax Unknown scalar tag !<tag:yaml.org,2002:js/function>. Correct the YAML or JSON here.',
    ],
  ])('%s', (_, text, expected) => {
    expect(findings(text)).toEqual([expected]);
  });

  test('an alias bomb is refused without being expanded', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(findings(lines.join('\n'))[0]).toMatch(
      /^a\.yaml:\d+:1 source-limits Written out, the YAML aliases here make more than/,
    );
  });

  test('more values than the limit are refused, with or without aliases', () => {
    const limits = { ...defaultLimits, values: 5 };
    const messages = (text: string): string[] =>
      parseSource('a.yaml', text, limits).diagnostics.map(({ location, message }) => `${location.pointer} ${message}`);
    expect(messages('{a: [1, 2, 3], b: 4}')).toEqual([
      ' Here stand more than 5 values. Split the contract into several files.',
    ]);
    expect(messages('{a: &a [1], b: *a, c: [*a]}')).toEqual([
      ' Written out, the YAML aliases here make more than 5 values. Use $ref instead of aliases.',
    ]);
    expect(messages('{a: [1, 2], b: 4}')).toEqual([]);
  });

  test('nesting beyond the limit is refused', () => {
    expect(findings('['.repeat(5000) + ']'.repeat(5000))[0]).toMatch(/^a\.yaml:1:\d+ source-/);
  });

  test('a file beyond the limit is refused unread', () => {
    const limits = { ...defaultLimits, characters: 10 };
    expect(parseSource('a.yaml', 'a: 1234567890', limits).diagnostics.map(({ rule }) => rule)).toEqual([
      'source-limits',
    ]);
  });
});

test('keys named like parts of Object are ordinary data', () => {
  const { source } = parseSource('a.yaml', '__proto__: {polluted: true}\nconstructor: 1');
  expect(Object.entries(source.value as object)).toEqual([
    ['__proto__', { polluted: true }],
    ['constructor', 1],
  ]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('YAML 1.2 reads yes, dates and leading zeros as people write them in contracts', () => {
  expect(parseSource('a.yaml', 'a: yes\nb: 2026-11-21\nc: 0o17\nd: 1_000').source.value).toEqual({
    a: 'yes',
    b: '2026-11-21',
    c: 15,
    d: '1_000',
  });
});

describe('a closing bracket may stand at the indent of its key, as other parsers read it', () => {
  test.each([
    ['a: [\n  1,\n  2\n]\nb: 3', { a: [1, 2], b: 3 }],
    ['a:\n  b: {\n    c: [\n      x\n    ]\n  }\n  d: 1', { a: { b: { c: ['x'] }, d: 1 } }],
    ['a: [\r\n  1\r\n]\r\nb: |\r\n  x\r\n', { a: [1], b: 'x\n' }],
  ])('%j', (text, value) => {
    const { source, diagnostics } = parseSource('a.yaml', text);
    expect([source.value, diagnostics]).toEqual([value, []]);
  });

  test('positions are those of the text as it stands', () => {
    const { source } = parseSource('a.yaml', 'a: [\n  1\n]\nb: 3');
    expect(printLocation(source.at('/b'))).toBe('a.yaml:4:4');
  });

  test('a bracket that closes nothing is still a fault', () => {
    expect(findings('a: 1\n]\nb: 2').length).toBe(1);
  });
});
