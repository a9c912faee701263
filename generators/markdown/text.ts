/** A text as one or more lines of its own, which read as themselves in Markdown and in the HTML inside it. */
export function escapeText(text: string): string {
  return escapeStarts(escapeInside(text));
}

/**
 * The same inside a line. An underscore inside a word means nothing there and stays as it is, for the sake of those who
 * read the file itself.
 */
export function escapeInside(text: string): string {
  return withoutTricks(text)
    .replace(/[\\`*[\]~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** What only means something where a line begins: headings, lists, rules. */
export function escapeStarts(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trimStart()
        .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-+\s*$)/, '\\$1')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('\n');
}

/** The same on one line, for headings and list items. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/\s+/g, ' ').trim());
}

/** Code inside a line, between as many backticks as it takes. */
export function code(text: string): string {
  const line = withoutTricks(text).replace(/\s/g, ' ');
  if (line.trim() === '') return '` `';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A block of code. `language` is one of ours, never the contract's. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${withoutTricks(text).trimEnd()}\n${fence}`;
}

export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Control characters, halves of pairs, and what would change the direction of the text around it (CVE-2021-42574). */
function withoutTricks(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu, '\ufffd');
}
