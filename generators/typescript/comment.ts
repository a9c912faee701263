export interface CommentOptions {
  /** Columns before the comment starts; lines are wrapped so that they end by column 120. */
  readonly indent?: number;
  readonly deprecated?: boolean;
}

/**
 * A doc comment around text from a contract, or an empty string where there is nothing to say: the only way in which
 * such text becomes a comment. It ends with a line break, so that it can stand right before what it describes.
 *
 * Nothing inside can end the comment, and what compilers and bundlers read as an instruction is broken up.
 */
export function comment(text: string | undefined, options: CommentOptions = {}): string {
  const { indent = 0, deprecated = false } = options;
  const lines = wrap(tidy(text ?? ''), 116 - indent);
  if (deprecated) lines.push(...(lines.length > 0 ? ['', '@deprecated'] : ['@deprecated']));
  if (lines.length === 0) return '';
  const margin = ' '.repeat(indent);
  const [only = ''] = lines;
  if (lines.length === 1 && only.length <= 112 - indent) return `${margin}/** ${only} */\n`;
  const body = lines.map((line) => `${margin} *${line === '' ? '' : ` ${line}`}\n`).join('');
  return `${margin}/**\n${body}${margin} */\n`;
}

function tidy(text: string): string[] {
  const lines = (isPlain.test(text) ? text : visible(text))
    .replaceAll('*/', '*\\/')
    .replaceAll(/([@#])(?=\s*(?:ts-|__|sourceMappingURL|vite-ignore|jsx))/gi, '$1 \u00b7')
    .split('\n')
    .map((line) => line.replaceAll('\t', '  ').trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Of most texts nothing has to be taken out, and looking at the properties of each character takes long. */
const isPlain = /^[\n\t -~]*$/;

function visible(text: string): string {
  return (
    text
      .replaceAll(/\r\n|[\r\u2028\u2029\u0085\v\f]/g, '\n')
      // Control and format characters (bidirectional overrides among them) could make a reader see other text.
      .replaceAll(/[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}]/gu, '')
  );
}

/** Breaks long lines of prose and leaves one of several empty ones; code blocks and tables keep their lines. */
function wrap(lines: readonly string[], width: number): string[] {
  const wrapped: string[] = [];
  let fenced = false;
  for (const line of lines) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (!fenced && line === '' && wrapped.at(-1) === '') continue;
    if (fenced || line.length <= width || /^(\s{4,}|\s*\|)/.test(line)) wrapped.push(line);
    else wrapped.push(...wrapLine(line, width));
  }
  return wrapped;
}

function wrapLine(line: string, width: number): string[] {
  const lead = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?/.exec(line)?.[0] ?? '';
  const hanging = ' '.repeat(lead.length);
  const rows: string[] = [];
  let row = lead;
  let empty = true;
  for (const word of line.slice(lead.length).split(' ')) {
    if (!empty && row.length + 1 + word.length > width) {
      rows.push(row.trimEnd());
      row = hanging + word;
    } else {
      row = empty ? row + word : `${row} ${word}`;
    }
    empty = false;
  }
  rows.push(row.trimEnd());
  return rows;
}
