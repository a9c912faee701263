import type { Diagnostic } from '../diagnostic.ts';
import type { Location } from '../location.ts';
import type { Report } from './report.ts';

/** For scripts: an object with `findings`, each with its place as line, column and JSON pointer. */
export function printJson({ diagnostics, checked, unchanged = 0, toolVersion }: Report): string {
  return `${JSON.stringify({ tool: 'ai2text-contracts', version: toolVersion, checked, unchanged, findings: diagnostics.map(finding) }, null, 2)}\n`;
}

function finding({ rule, severity, message, location, related }: Diagnostic): object {
  return {
    rule,
    severity,
    message,
    ...place(location),
    ...(related === undefined
      ? {}
      : { related: related.map((one) => ({ message: one.message, ...place(one.location) })) }),
  };
}

function place({ source, pointer, range: { start, end } }: Location): object {
  return {
    file: source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    pointer,
  };
}
