const reset = '\u001b[0m';

/** A unified diff in the colours that people know from git. */
export function paintDiff(diff: string): string {
  return diff.replace(/^.+$/gm, (line) => {
    const color = colorOf(line);
    return color === undefined ? line : `\u001b[${color}m${line}${reset}`;
  });
}

function colorOf(line: string): number | undefined {
  if (line.startsWith('--- ') || line.startsWith('+++ ')) return 1;
  if (line.startsWith('@@')) return 36;
  if (line.startsWith('+')) return 32;
  return line.startsWith('-') ? 31 : undefined;
}
