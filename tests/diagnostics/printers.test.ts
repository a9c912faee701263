import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { printReport } from '../../core/diagnostics/printers/index.ts';
import { parseSource } from '../../core/source/parse.ts';

/** A finding whose file name, text and message all try to break out of what is printed. */
function hostile(): Diagnostic {
  const { source } = parseSource('a,b:c%/evil\n.yaml', 'info:\n  title: "\u202Eevil\\e[2J ]]> <b> & ::error::"\n');
  return {
    rule: 'source-syntax',
    severity: 'error',
    message: 'title "\u001b[2J"\n::error file=x::forged\r\u2028 <&">',
    location: source.at('/info/title'),
  };
}

function print(format: Parameters<typeof printReport>[1], diagnostics: readonly Diagnostic[] = [hostile()]): string {
  return printReport({ diagnostics, checked: 1, toolVersion: '1.2.3', describe: () => undefined }, format);
}

describe('what a contract holds cannot break out of a report', () => {
  test('text: no control characters, and a message stays on its line', () => {
    expect(print('text')).toBe(
      [
        'a,b:c%/evil .yaml:2:10 error source-syntax  title " [2J" ::error file=x::forged   <&">',
        '  1 | info:',
        '> 2 |   title: "\uFFFDevil\\e[2J ]]> <b> & ::error::"',
        '    |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
        '  3 |',
        '',
        '1 contract checked: 1 error.',
        '',
      ].join('\n'),
    );
  });

  test('github: one command a line, its properties escaped', () => {
    expect(print('github')).toBe(
      '::error file=a%2Cb%3Ac%25/evil%0A.yaml,line=2,endLine=2,col=10,endColumn=42,title=source-syntax::title "\u001b[2J"%0A::error file=x::forged%0D\u2028 <&">\n',
    );
  });

  test('junit: well-formed XML', () => {
    expect(print('junit')).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="ai2text-contracts" tests="1" failures="1">',
        '  <testsuite name="a,b:c%/evil&#10;.yaml" tests="1" failures="1">',
        '    <testcase classname="source-syntax" name="a,b:c%/evil&#10;.yaml:2:10" line="2">',
        '      <failure type="error" message="title &quot;\uFFFD[2J&quot;&#10;::error file=x::forged&#13;\u2028 &lt;&amp;&quot;&gt;"/>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });

  test('json and sarif read back as they were', () => {
    const { findings } = JSON.parse(print('json'));
    expect(findings).toEqual([
      {
        rule: 'source-syntax',
        severity: 'error',
        message: hostile().message,
        file: 'a,b:c%/evil\n.yaml',
        line: 2,
        column: 10,
        endLine: 2,
        endColumn: 42,
        pointer: '/info/title',
      },
    ]);
    const { runs } = JSON.parse(print('sarif'));
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a%2Cb%3Ac%25/evil%0A.yaml');
  });
});

test('a code frame of a line of a megabyte shows the part around the mark', () => {
  const text = `{"a": "${'x'.repeat(1_000_000)}", "b": 1}`;
  const { source } = parseSource('a.json', text);
  const [, , marked = ''] = print('text', [{ ...hostile(), location: source.at('/b') }]).split('\n');
  expect(marked.length).toBeLessThan(200);
});

test('a fingerprint stays the same when lines move', () => {
  const of = (text: string) => {
    const location = parseSource('a.yaml', text).source.at('/info/title');
    const { runs } = JSON.parse(print('sarif', [{ ...hostile(), location }]));
    return runs[0].results[0].partialFingerprints;
  };
  expect(of('info:\n  title: x')).toEqual(of('# a comment\n\ninfo:\n  title: x'));
});
