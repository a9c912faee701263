import { braces } from '../typescript/layout.ts';
import { stringLiteral } from '../typescript/literal.ts';

/** One import of types and values together: `import { type Broker, Sender } from './runtime/index.js';` */
export function printMixedImport(types: Iterable<string>, values: readonly string[], from: string): string {
  const named = [
    ...[...types].map((name) => ({ name, text: `type ${name}` })),
    ...values.map((name) => ({ name, text: name })),
  ];
  const sorted = named.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)).map(({ text }) => text);
  const source = stringLiteral(from);
  return `import ${braces(sorted, 120 - source.length - 14)} from ${source};\n`;
}

/** `Name<A, B>`, one argument a line where one line is too long. */
export function printGeneric(name: string, parameters: readonly string[], width: number): string {
  const line = `${name}<${parameters.join(', ')}>`;
  if (line.length <= width || parameters.length === 0) return line;
  return `${name}<\n${parameters.map((parameter) => `  ${parameter.replaceAll('\n', '\n  ')}`).join(',\n')}\n>`;
}

/** `export type Name = …;`, a union one part a line where one line is too long. */
export function printAlias(name: string, parts: readonly string[]): string {
  const line = `export type ${name} = ${parts.join(' | ')};\n`;
  if (parts.length === 1 || (line.length <= 121 && !line.slice(0, -1).includes('\n'))) return line;
  return `export type ${name} =${parts.map((part) => `\n  | ${part.replaceAll('\n', '\n    ')}`).join('')};\n`;
}

/** `name(a, b): Result`, one parameter a line where one line, `columns` in and with `after` behind it, is too long. */
export function printMethod(
  name: string,
  parameters: readonly string[],
  result: string,
  columns: number,
  after = ';',
): string {
  const line = `${name}(${parameters.join(', ')}): ${result}`;
  if (columns + line.length + after.length <= 120) return line;
  const margin = ' '.repeat(columns);
  return `${name}(\n${parameters.map((parameter) => `${margin}  ${parameter},\n`).join('')}${margin}): ${result}`;
}

/** `(input) => call(input)`, the call on a line of its own where one line is too long. */
export function printArrow(start: string, call: string, columns: number): string {
  if (columns + start.length + call.length + 2 <= 120) return `${start} ${call}`;
  return `${start}\n${' '.repeat(columns + 2)}${call}`;
}
