import { commonMark, type Token } from '../reference/commonmark.ts';
import { code, codeBlock, escapeInside, escapeStarts, indent } from './text.ts';

const parser = commonMark({ bareLinks: false });

/**
 * A description printed anew from what it was read as: nothing in it can close what stands around it, HTML is text, and
 * headings stay below `level`.
 */
export function prose(text: string | undefined, level = 4): string {
  if (text === undefined || text.trim() === '') return '';
  const tokens = parser.parse(text, {});
  // The highest heading of a description stands right below what it describes, whichever it is.
  const levels = tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => Number(tag.slice(1)));
  return blocks(tokens, level - Math.min(6, ...levels)).join('\n\n');
}

function blocks(tokens: readonly Token[], shift: number): string[] {
  const printed: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const end = endOf(tokens, at);
    const token = tokens[at];
    if (token !== undefined) printed.push(block(token, tokens.slice(at + 1, end), shift));
    at = end + 1;
  }
  return printed.filter((text) => text !== '');
}

/** The token that closes the one at `start`, which may be itself. */
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth <= 0) return at;
  }
  return tokens.length;
}

function block(token: Token, inside: readonly Token[], shift: number): string {
  switch (token.type) {
    case 'inline':
      return inline(token.children ?? []);
    case 'heading_open':
      return heading(inlines(inside), Number(token.tag.slice(1)) + shift);
    case 'bullet_list_open':
      return items(inside, shift, () => '- ');
    case 'ordered_list_open':
      return items(inside, shift, (index) => `${Number(token.attrGet('start') ?? 1) + index}. `);
    case 'blockquote_open':
      return blocks(inside, shift).join('\n\n').replace(/^/gm, '> ');
    case 'fence':
      return codeBlock(token.content, /^[a-z0-9+-]{1,20}$/i.exec(token.info.trim())?.[0] ?? '');
    case 'code_block':
      return codeBlock(token.content, '');
    case 'hr':
      return '* * *';
    case 'table_open':
      return table(inside);
    default:
      return blocks(inside, shift).join('\n\n');
  }
}

function heading(text: string, level: number): string {
  const line = text.replaceAll('\n', ' ');
  return level > 6 ? `**${line}**` : `${'#'.repeat(level)} ${line}`;
}

function items(tokens: readonly Token[], shift: number, marker: (index: number) => string): string {
  const lines: string[] = [];
  for (let at = 0, index = 0; at < tokens.length; index += 1) {
    const end = endOf(tokens, at);
    const mark = marker(index);
    const inside = tokens.slice(at + 1, end);
    // In a list without blank lines, paragraphs are hidden.
    const text = blocks(inside, shift).join(inside[0]?.hidden === true ? '\n' : '\n\n');
    lines.push(mark + indent(text, ' '.repeat(mark.length)).trimStart());
    at = end + 1;
  }
  return lines.join('\n');
}

function table(tokens: readonly Token[]): string {
  const rows: string[][] = [];
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'inline') rows.at(-1)?.push(inline(token.children ?? []).replaceAll('\n', ' '));
  }
  const [head = [], ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return [
    head,
    (rows[0] ?? [])
      .map(() => '|---')
      .join('')
      .concat('|'),
    ...body,
  ].join('\n');
}

function inlines(tokens: readonly Token[]): string {
  return tokens.map((token) => inline(token.children ?? [])).join('');
}

function inline(tokens: readonly Token[]): string {
  const addresses: (string | number | null)[] = [];
  const text = tokens
    .map((token) => {
      if (token.type === 'link_open') addresses.push(token.attrGet('href'));
      return token.type === 'link_close' ? `]${target(addresses.pop() ?? '')}` : inlineToken(token);
    })
    .join('');
  return escapeStarts(text);
}

function inlineToken(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return escapeInside(token.content);
    case 'softbreak':
      return '\n';
    case 'hardbreak':
      return '\\\n';
    case 'code_inline':
      return code(token.content).replaceAll('|', '\\|');
    case 'em_open':
    case 'em_close':
      return '*';
    case 'strong_open':
    case 'strong_close':
      return '**';
    case 's_open':
    case 's_close':
      return '~~';
    case 'link_open':
      return '[';
    case 'image':
      return `[${escapeInside(token.content || 'image')}]${target(token.attrGet('src'))}`;
    default:
      return escapeInside(token.content);
  }
}

/** Where a link leads, with what could end it percent-encoded. */
function target(address: string | number | null): string {
  return `(${String(address ?? '').replace(/[\s<>()\\"'`]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}
