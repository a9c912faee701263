import { describe, expect, test } from 'vitest';
import { parseAcceptedChanges } from '../../cli/compat/accepted-changes.ts';
import { withEntry } from '../../cli/compat/write-acceptance.ts';
import { change } from '../compat/report/example-report.ts';

const path = 'contracts/accepted-changes.yaml';
const acceptance = {
  contract: 'a.yaml',
  change: change(),
  because: 'It: never "worked" # at all\nanywhere.',
  by: 'Ana',
  until: '2027-01-31',
};
const entry = (indent: string) =>
  `- fingerprint: 0123456789abcdef
  contract: a.yaml
  rule: request-maximum-decreased
  subject: POST /search
  because: |-
    It: never "worked" # at all
    anywhere.
  by: Ana
  until: '2027-01-31'
`.replace(/^(?=.)/gm, indent);

describe('an entry is added, and everything else stays to the letter', () => {
  test.each([
    ['an empty file', '', `accepted:\n${entry('  ')}`],
    ['an empty list', '# Why\naccepted: []\n', `# Why\naccepted:\n${entry('  ')}`],
    ['a key without a value', 'accepted:', `accepted:\n${entry('  ')}`],
    [
      'another entry, a list without indentation, a comment behind it and no line break at the end',
      'accepted:\n- { fingerprint: x1, contract: b.yaml, because: B, by: B, until: 2027-01-01 } # mine\n# The end',
      `accepted:\n- { fingerprint: x1, contract: b.yaml, because: B, by: B, until: 2027-01-01 } # mine\n${entry('')}# The end`,
    ],
    [
      'an earlier decision about the same change',
      `accepted:\n  # Before\n${entry('  ').replace('Ana', 'Bo')}  # After\n`,
      `accepted:\n  # Before\n${entry('  ')}  # After\n`,
    ],
  ])('%s', (_, text, expected) => {
    expect(normal(withEntry(path, text, acceptance))).toBe(normal(expected));
  });

  test('a list that cannot be added to is refused with the entry to add by hand', () => {
    const flow = 'accepted: [{ fingerprint: x1, contract: b.yaml, because: B, by: B, until: 2027-01-01 }]\n';
    expect(() => withEntry(path, flow, acceptance)).toThrow('Add this by hand:\n- fingerprint: 0123456789abcdef');
  });
});

/** Whether a day stands in quotes is the YAML printer's choice. */
function normal(text: string): string {
  return text.replace(/until: '([\d-]+)'/g, 'until: $1');
}

test.each([
  [
    '- x\n',
    'contracts/accepted-changes.yaml:1:1 The file of accepted changes starts with "accepted:", followed by a list.',
  ],
  ['accepted: 7\n', 'contracts/accepted-changes.yaml:1:11 "accepted" must be a list of changes.'],
  ['acepted: []\n', 'contracts/accepted-changes.yaml:1:1 Only "accepted" may stand here, with a list of changes.'],
  ['accepted:\n  - {}\n', 'contracts/accepted-changes.yaml:2:5 An accepted change needs "fingerprint", a text.'],
  [
    'accepted:\n  - { fingerprint: a, contract: b, because: c, by: d, until: tomorrow }\n',
    'contracts/accepted-changes.yaml:2:62 "until" must be a day such as 2027-02-19.',
  ],
  [
    'accepted:\n  - { fingerprint: a, contract: b, because: c, by: d, until: 2027-02-30 }\n',
    'contracts/accepted-changes.yaml:2:62 "until" must be a day such as 2027-02-19.',
  ],
  [
    'accepted:\n  - { fingerprint: a, contarct: b }\n',
    'contracts/accepted-changes.yaml:2:23 "contarct" is not known here. Known are fingerprint, contract, because, by, until, rule, subject.',
  ],
  ['accepted: [\n', /^contracts\/accepted-changes\.yaml:\d+:\d+ /],
])('%j is refused with its place', (text, message) => {
  expect(() => parseAcceptedChanges(path, text)).toThrow(message);
});
