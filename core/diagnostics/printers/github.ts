import type { Severity } from '../diagnostic.ts';
import type { Report } from './report.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that GitHub Actions turns into annotations on the changed lines. */
export function printGithub({ diagnostics }: Report): string {
  return diagnostics
    .map(({ rule, severity, message, location: { source, range } }) => {
      const properties = [
        `file=${property(source.path)}`,
        `line=${range.start.line}`,
        `endLine=${range.end.line}`,
        `col=${range.start.column}`,
        `endColumn=${range.end.column}`,
        `title=${property(rule)}`,
      ];
      return `::${commands[severity]} ${properties.join(',')}::${data(message)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
