import { oneLine, printable } from '../../diagnostics/printers/printable.ts';

/** Text from a contract: no markup, no mention of people, no link comes out of it. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replaceAll('@', '@\u200B')
    .replaceAll('://', ':\u200B//');
}

/** A code span that holds back-ticks, and in a table no bar. */
export function code(text: string): string {
  const shown = oneLine(text).replaceAll('|', '¦');
  const ticks = '`'.repeat(longestRun(shown) + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${shown}${space}${ticks}`;
}

export function fence(text: string): string {
  const shown = text.split('\n').map(printable).join('\n');
  const ticks = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${ticks}http\n${shown}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
