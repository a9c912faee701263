/** Where a text stands: how far its line is indented, and how much of the line is taken. */
export interface Room {
  readonly margin: number;
  readonly before: number;
}

/** `Name<'a' | 'b', 'c'>`, over several lines where one does not hold it; each argument is a union. */
export function layoutGeneric(name: string, unions: readonly (readonly string[])[], { margin, before }: Room): string {
  const line = `${name}<${unions.map((parts) => parts.join(' | ')).join(', ')}>`;
  if (before + line.length + 1 <= 120) return line;
  const lines = unions.map((parts) => {
    const text = `  ${parts.join(' | ')}`;
    return margin + text.length + 1 <= 120 ? text : parts.map((part) => `  | ${part}`).join('\n');
  });
  return `${name}<\n${lines.join(',\n')}\n>`;
}
