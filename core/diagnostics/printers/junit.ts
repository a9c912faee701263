import type { Diagnostic } from '../diagnostic.ts';
import { printLocation } from '../location.ts';
import type { Report } from './report.ts';

/** JUnit XML: a test suite per file, a failed test case per error or warning. */
export function printJunit({ diagnostics }: Report): string {
  const files = Map.groupBy(diagnostics, ({ location }) => location.source.path);
  const failures = diagnostics.filter(({ severity }) => severity !== 'info').length;
  const suites = [...files].map(([path, found]) => suite(path, found));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="ai2text-contracts" tests="${diagnostics.length}" failures="${failures}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(path: string, found: readonly Diagnostic[]): string {
  const failures = found.filter(({ severity }) => severity !== 'info').length;
  return [
    `  <testsuite name="${attribute(path)}" tests="${found.length}" failures="${failures}">`,
    ...found.map(testCase),
    '  </testsuite>',
  ].join('\n');
}

function testCase({ rule, severity, message, location }: Diagnostic): string {
  const { line } = location.range.start;
  const open = `    <testcase classname="${attribute(rule)}" name="${attribute(printLocation(location))}" line="${line}">`;
  const text = attribute(message);
  const body =
    severity === 'info'
      ? `      <system-out>${text}</system-out>`
      : `      <failure type="${severity}" message="${text}"/>`;
  return [open, body, '    </testcase>'].join('\n');
}

function attribute(text: string): string {
  return (
    text
      // XML 1.0 has no way to write these.
      .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '\uFFFD')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;')
      .replaceAll('\r', '&#13;')
      .replaceAll('\t', '&#9;')
  );
}
