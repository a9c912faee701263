/** Columns after which formatters break a line. */
export const lineWidth = 120;

/** A section of a docstring about arguments, as Google's style has it. */
export interface Entry {
  readonly name: string;
  readonly text: string | undefined;
}

export interface DocstringOptions {
  /** Columns before the docstring. */
  readonly indent: number;
  readonly deprecated?: boolean;
  readonly entries?: readonly Entry[];
}

/**
 * A docstring around text from a contract, or an empty string where there is nothing to say: with `hashComment`, the only
 * way in which such text becomes a comment. It ends with a line break.
 *
 * Nothing inside can end it, and what test runners would execute (`>>>`) is broken up.
 */
export function docstring(text: string | undefined, options: DocstringOptions): string {
  const { indent, deprecated = false, entries = [] } = options;
  const margin = ' '.repeat(indent);
  const lines = wrap(tidy(text ?? ''), lineWidth - indent);
  // Formatters pull the closing quotes up to an only line, where they have to fit.
  if (lines.length === 1) lines.splice(0, 1, ...wrapLine(lines[0] ?? '', lineWidth - indent - 7));
  if (deprecated) lines.push(...(lines.length > 0 ? ['', 'Deprecated.'] : ['Deprecated.']));
  const told = entries.filter(({ text: about }) => about !== undefined && about.trim() !== '');
  if (told.length > 0) lines.push(...(lines.length > 0 ? [''] : []), 'Args:');
  for (const { name, text: about } of told) {
    const words = tidy(about ?? '')
      .join(' ')
      .replaceAll(/ {2,}/g, ' ');
    lines.push(...wrapLine(`    ${name}: ${words}`, lineWidth - indent - 3, 4));
  }
  const [only = ''] = lines;
  if (lines.length === 0) return '';
  if (lines.length === 1 && only.length <= lineWidth - indent - 6) {
    return `${margin}"""${only}${only.endsWith('"') ? ' ' : ''}"""\n`;
  }
  const rows = lines.map((line) => (line === '' ? '' : `${margin}${line}`));
  return `${margin}"""${rows.join('\n').slice(indent)}\n${margin}"""\n`;
}

/**
 * A comment of one line. In a first line Python would look for the encoding of the file (PEP 263), in any line linters for
 * their instructions.
 */
export function hashComment(text: string): string {
  const line = tidy(text)
    .join(' ')
    .replaceAll('#', '')
    .replaceAll(/(coding)\s*[:=]/gi, '$1');
  return `# ${line.replaceAll(/\b(type|noqa|fmt|isort|ruff|mypy|pylint|pyright|flake8)\s*:/gi, '$1')}\n`;
}

function tidy(text: string): string[] {
  const lines = text
    .replaceAll(/\r\n|[\r\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll('\t', '  ')
    // Control and format characters (bidirectional overrides among them) could make a reader see other text.
    .replaceAll(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}]/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll('"""', "'''")
    .replaceAll('>>>', '> > >')
    .split('\n')
    .map((line) => line.replace(/\s+$/u, ''));
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  const [first, ...rest] = lines;
  // A quote after the three that open would be read as one of them.
  return first === undefined ? [] : [first.trimStart().replace(/^"/, "'"), ...dedent(rest)];
}

/** Readers of docstrings, and formatters, take the common indentation away. */
function dedent(lines: readonly string[]): string[] {
  const margins = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const least = Math.min(...margins);
  return lines.map((line) => line.slice(Number.isFinite(least) ? least : 0));
}

/** Breaks long lines of prose; code blocks and tables keep their lines. */
function wrap(lines: readonly string[], width: number): string[] {
  const wrapped: string[] = [];
  let fenced = false;
  for (const line of lines) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (fenced || line.length <= width - 3 || /^(\s{4,}|\s*\|)/.test(line)) wrapped.push(line);
    else wrapped.push(...wrapLine(line, width - 3));
  }
  return wrapped;
}

/** Further rows stand below the text of the first, `hanging` columns to the right of its start. */
function wrapLine(line: string, width: number, hanging = 0): string[] {
  const lead = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?/.exec(line)?.[0] ?? '';
  const rows: string[] = [];
  let row = lead;
  for (const word of line.slice(lead.length).split(' ')) {
    const empty = row.trim() === lead.trim();
    if (!empty && row.length + 1 + word.length > width) {
      rows.push(row.trimEnd());
      row = ' '.repeat(lead.length + hanging) + word;
    } else {
      row = empty ? row + word : `${row} ${word}`;
    }
  }
  return [...rows, row.trimEnd()];
}
