import { describe, expect, test } from 'vitest';
import { printDiff } from '../../../core/compat/report/index.ts';
import { change, comparison, report, sourceOf, witness } from './example-report.ts';

describe('text', () => {
  test('both places, the rule, the message and the witness', () => {
    expect(printDiff(report(), 'text')).toBe(
      [
        'breaking request-maximum-decreased  POST /search',
        '  The maximum was lowered (100 → 50). Go on accepting what was legal.',
        '  before shop/releases/1.0.0.yaml:3:8',
        '  after  shop/openapi.yaml:4:8',
        '  This request was legal before and is not any more, because /limit must be at most 50, but is 51:',
        '',
        '    POST /search',
        '    Content-Type: application/json',
        '',
        '    {',
        '      "limit": 51',
        '    }',
        '',
        '  fingerprint 0123456789abcdef',
        '',
        'shop/openapi.yaml since 1.0.0: 1 breaking; the least version is 2.0.0',
        '1 contract compared: 1 breaking.',
        '',
      ].join('\n'),
    );
  });

  test('accepted and undecided changes say so, compatible ones are brief', () => {
    const changes = [
      change({ verdict: 'warning', witness: undefined, undecided: 'the pattern is too large' }),
      change({ verdict: 'info' }),
      change({ witness: undefined, accepted: { because: 'Nobody calls it.', by: 'Ana', until: '2027-01-31' } }),
    ];
    expect(printDiff(report({ comparisons: [comparison({ changes })] }), 'text')).toBe(
      [
        'warning request-maximum-decreased  POST /search',
        '  The maximum was lowered (100 → 50). Go on accepting what was legal.',
        '  before shop/releases/1.0.0.yaml:3:8',
        '  after  shop/openapi.yaml:4:8',
        '  Undecided: the pattern is too large',
        '  fingerprint 0123456789abcdef',
        '',
        'info request-maximum-decreased  POST /search',
        '  The maximum was lowered (100 → 50). Go on accepting what was legal.',
        '  before shop/releases/1.0.0.yaml:3:8 after shop/openapi.yaml:4:8',
        '',
        'breaking request-maximum-decreased  POST /search',
        '  The maximum was lowered (100 → 50). Go on accepting what was legal.',
        '  before shop/releases/1.0.0.yaml:3:8',
        '  after  shop/openapi.yaml:4:8',
        '  Accepted by Ana until 2027-01-31: Nobody calls it.',
        '',
        'shop/openapi.yaml since 1.0.0: 1 warning, 1 compatible, 1 accepted; the least version is 2.0.0',
        '1 contract compared: 1 warning, 1 compatible, 1 accepted.',
        '',
      ].join('\n'),
    );
  });

  test('what was not compared is not called unchanged', () => {
    const outcomes = (['added', 'removed', 'unreleased', 'unreadable'] as const).map((outcome) =>
      comparison({
        outcome,
        contract: `${outcome}.yaml`,
        changes: [],
        before: undefined,
        unreadable: outcome === 'unreadable' ? ['before', 'after'] : [],
      }),
    );
    expect(printDiff(report({ comparisons: outcomes }), 'text')).toBe(
      [
        'added.yaml: a new contract',
        'removed.yaml: the contract was removed',
        'unreleased.yaml: no frozen release to compare with yet',
        'unreadable.yaml: not compared, because the older side and the newer side cannot be read',
        '0 contracts compared: 1 added, 1 removed, 1 unreleased, 1 unreadable.',
        '',
      ].join('\n'),
    );
  });
});

describe('the text fits a terminal', () => {
  test('prose is broken between words at its width, and both places stand on lines of their own', () => {
    const changes = [
      change({ verdict: 'info', message: 'The maximum was raised (100 → 200), as was announced long ago.' }),
    ];
    const narrow = report({ comparisons: [comparison({ changes })] });
    expect(printDiff(narrow, 'text', { color: false, width: 40 }).split('\n').slice(0, 5)).toEqual([
      'info request-maximum-decreased  POST /search',
      '  The maximum was raised (100 → 200), as',
      '  was announced long ago.',
      '  before shop/releases/1.0.0.yaml:3:8',
      '  after  shop/openapi.yaml:4:8',
    ]);
  });

  test('a colour marks the line of the message that makes the difference', () => {
    const shown = printDiff(report(), 'text', { color: true, width: 80 });
    expect(shown).toContain('    {\n    \u001b[31m\u001b[1m  "limit": 51\u001b[22m\u001b[39m\n    }');
  });
});

test('of a contract that is gone there is only the older place', () => {
  const gone = comparison({
    outcome: 'removed',
    after: undefined,
    leastVersion: undefined,
    changes: [
      change({ rule: 'contract-removed', subject: 'shop/openapi.yaml', message: 'It is gone.', witness: undefined }),
    ],
  });
  expect(printDiff(report({ comparisons: [gone] }), 'text')).toBe(
    [
      'breaking contract-removed  shop/openapi.yaml',
      '  It is gone.',
      '  before shop/releases/1.0.0.yaml:3:8',
      '  fingerprint 0123456789abcdef',
      '',
      'shop/openapi.yaml since 1.0.0: the contract was removed',
      '0 contracts compared: 1 breaking, 1 removed.',
      '',
    ].join('\n'),
  );
  expect(JSON.parse(printDiff(report({ comparisons: [gone] }), 'json')).comparisons[0].changes[0].after).toBeNull();
});

test('sarif takes the fingerprint of the change, and its older place as a related one', () => {
  const [run] = JSON.parse(printDiff(report(), 'sarif')).runs;
  expect(run.results).toEqual([
    {
      ruleId: 'request-maximum-decreased',
      ruleIndex: 0,
      level: 'error',
      message: {
        text: 'POST /search: The maximum was lowered (100 → 50). Go on accepting what was legal. This request was legal before and is not any more, because /limit must be at most 50, but is 51.',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'shop/openapi.yaml' },
            region: { startLine: 4, startColumn: 8, endLine: 4, endColumn: 10 },
          },
          logicalLocations: [{ fullyQualifiedName: '/limit' }],
        },
      ],
      relatedLocations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'shop/releases/1.0.0.yaml' },
            region: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 11 },
          },
          logicalLocations: [{ fullyQualifiedName: '/limit' }],
          message: { text: 'Before, in shop/releases/1.0.0.yaml' },
        },
      ],
      partialFingerprints: { 'ai2text/v1': '0123456789abcdef:shop/openapi.yaml' },
    },
  ]);
});

test('a breaking change that a new major announces is a note in github annotations', () => {
  const announced = report({ comparisons: [comparison({ announced: true })] });
  expect(printDiff(announced, 'github')).toMatch(/^::notice file=shop\/openapi.yaml,line=4,/);
  expect(printDiff(announced, 'text')).toContain('1 breaking, announced by the new major\n');
});

test('two contracts with one change in a shared file have two findings, which say whose they are', () => {
  const shared = sourceOf('shared.yaml', 'limit: 50\n');
  const changes = [change({ after: shared.at('/limit'), witness: undefined })];
  const both = ['a.yaml', 'b.yaml'].map((contract) => comparison({ contract, changes }));
  const [run] = JSON.parse(printDiff(report({ comparisons: both }), 'sarif')).runs;
  const found = run.results.map((result: { message: { text: string }; partialFingerprints: object }) => [
    result.message.text,
    result.partialFingerprints,
  ]);
  const message = 'POST /search: The maximum was lowered (100 → 50). Go on accepting what was legal.';
  expect(found).toEqual([
    [`a.yaml, ${message}`, { 'ai2text/v1': '0123456789abcdef:a.yaml' }],
    [`b.yaml, ${message}`, { 'ai2text/v1': '0123456789abcdef:b.yaml' }],
  ]);
});

describe('what a contract holds cannot break out of a report', () => {
  const hostile = '\u001b[2J\u202E</pre><script>alert(1)</script>`|``\n::error::@someone [x](http://evil)';
  const source = sourceOf('a`|<b>.yaml', 'limit: 1\n');
  const changes = [
    change({
      subject: hostile,
      message: hostile,
      after: source.at('/limit'),
      witness: witness(
        { part: 'request-body', name: hostile, acceptedBy: 'old' },
        { [hostile]: '```\n</pre>' },
        hostile,
      ),
    }),
  ];
  const print = (format: Parameters<typeof printDiff>[1]) =>
    printDiff(report({ comparisons: [comparison({ changes, contract: hostile })] }), format);

  test.each(['text', 'markdown', 'html'] as const)('%s: no control characters', (format) => {
    const shown = [...print(format)];
    expect(shown.filter((character) => character === '\u001b' || character === '\u202E')).toEqual([]);
  });

  test('html: no markup of its own', () => {
    const html = print('html');
    expect(html).not.toContain('<script');
    expect(html.match(/<pre>/g)).toHaveLength(1);
    expect(html.match(/<\/pre>/g)).toHaveLength(1);
    expect(html.match(/ id="/g)).toHaveLength(3);
  });

  test('markdown: the fence is longer than any run of ticks inside, and nobody is mentioned', () => {
    const markdown = print('markdown');
    expect(markdown).toContain('\n````http\n');
    const prose = markdown.replace(/^````http$.*?^````$/gms, '').replace(/(`+)(?!`).*?\1(?!`)/g, '');
    expect(prose).not.toContain('@someone');
    expect(prose).not.toContain('[x](http://evil)');
    expect(
      markdown
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((line) => line.split('|').length),
    ).toEqual([5, 5]);
  });

  test('github: one command a line', () => {
    expect(print('github').trimEnd().split('\n')).toHaveLength(1);
  });
});
