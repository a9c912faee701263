import { braces } from './layout.ts';
import { stringLiteral } from './literal.ts';

export interface ImportLine {
  readonly names: Iterable<string>;
  /** With its extension: `./types.js`. */
  readonly from: string;
  readonly typeOnly: boolean;
}

/** Import declarations in the given order, names sorted, lines without names left out; ends with a line break. */
export function printImports(lines: readonly ImportLine[]): string {
  return lines.map(printImport).join('');
}

function printImport({ names, from, typeOnly }: ImportLine): string {
  const sorted = [...new Set(names)].sort();
  if (sorted.length === 0) return '';
  const keyword = typeOnly ? 'import type' : 'import';
  const source = stringLiteral(from);
  return `${keyword} ${braces(sorted, 120 - keyword.length - source.length - 8)} from ${source};\n`;
}
