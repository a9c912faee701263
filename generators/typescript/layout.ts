/** Moves every line but empty ones to the right. Safe on printed code: literals never span lines. */
export function indent(text: string, columns: number): string {
  const margin = ' '.repeat(columns);
  return text.replaceAll(/^(?=[^\n])/gm, margin);
}

/** The same for text that continues on a line which is indented already. */
export function indentRest(text: string, columns: number): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

/** `{ a, b }` on one line if it fits, else one item a line with trailing commas. */
export function braces(items: readonly string[], width: number): string {
  if (items.length === 0) return '{}';
  const line = `{ ${items.join(', ')} }`;
  if (line.length <= width && !line.includes('\n')) return line;
  return `{\n${items.map((item) => `${indent(item, 2)},\n`).join('')}}`;
}

/** `[a, b]` on one line if it fits, else one item a line with trailing commas. */
export function brackets(items: readonly string[], width: number): string {
  const line = `[${items.join(', ')}]`;
  if (line.length <= width && !line.includes('\n')) return line;
  return `[\n${items.map((item) => `${indent(item, 2)},\n`).join('')}]`;
}
