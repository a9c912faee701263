import { printLocation } from '../../diagnostics/location.ts';
import { printable } from '../../diagnostics/printers/printable.ts';
import type { ReportedChange } from './report.ts';

/** Text from a contract, with no way to become markup, in an element or in a quoted attribute. */
export function text(shown: string): string {
  return printable(shown)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export function code(shown: string): string {
  return `<code>${text(shown)}</code>`;
}

/** A path, which may break behind its slashes. */
export function path(shown: string): string {
  return `<code>${text(shown).replaceAll('/', '/<wbr>')}</code>`;
}

/** `contracts/search/openapi.yaml:41:7`, and the revision where it is not the one on disk. */
export function place(location: ReportedChange['before'], revision: string | undefined): string {
  return `${path(printLocation(location))}${revision === undefined ? '' : ` at ${code(revision)}`}`;
}
