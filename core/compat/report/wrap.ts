/** Breaks prose between words so that each line, indented, fits the width; undefined leaves it on one line, for pipes. */
export function wrap(prose: string, indent: string, width: number | undefined): string[] {
  if (width === undefined) return [`${indent}${prose}`];
  // Narrower than this, broken lines are harder to read than long ones.
  const room = Math.max(width, 40) - indent.length;
  const lines: string[] = [];
  let line = '';
  for (const word of prose.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `${indent}${one}`);
}
