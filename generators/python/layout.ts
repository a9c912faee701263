import { lineWidth } from './comment.ts';

/** Code that may need several lines: a text, brackets around items, or the parts of a union. */
export type Code = string | Brackets | Operands;

export interface Brackets {
  /** With what stands before: `body=Answer(`. */
  readonly open: string;
  readonly items: readonly Code[];
  readonly close: string;
  /** False where a comma after the only item would make a tuple of it. */
  readonly comma: boolean;
}

/** `A | B`. Only inside brackets, which every item of `Brackets` is. */
export interface Operands {
  readonly operands: readonly Code[];
  /** What follows the last: ` = None`. */
  readonly after?: string;
}

export function isOperands(code: Code): code is Operands {
  return typeof code !== 'string' && 'operands' in code;
}

export function call(open: string, items: readonly Code[]): Brackets {
  return { open: `${open}(`, items, close: ')', comma: true };
}

export function subscript(open: string, items: readonly Code[]): Brackets {
  return { open: `${open}[`, items, close: ']', comma: items.length > 1 };
}

/** The code with `prefix` before it. */
export function prefixed(prefix: string, code: string | Brackets): string | Brackets {
  return typeof code === 'string' ? prefix + code : { ...code, open: prefix + code.open };
}

/** All on one line. */
export function flat(code: Code): string {
  if (typeof code === 'string') return code;
  if (isOperands(code)) return code.operands.map(flat).join(' | ') + (code.after ?? '');
  return `${code.open}${code.items.map(flat).join(', ')}${code.close}`;
}

/**
 * Laid out as `ruff format` and `black` do: on one line where it fits, else one item a line with a comma after the last.
 * `before` columns are taken already, `after` is what follows on the last line.
 */
export function layout(code: Code, indent: number, { before = 0, after = '' }: Around = {}): string {
  const line = flat(code);
  if (typeof code === 'string' || indent + before + widthOf(line + after) <= lineWidth) return line + after;
  if (isOperands(code)) return layoutOperands(code, indent) + (code.after ?? '') + after;
  if (code.items.length === 0) return line + after;
  const margin = ' '.repeat(indent + 4);
  const items = code.items.map((item, i) => {
    const comma = code.comma || i + 1 < code.items.length ? ',' : '';
    return `${margin}${layout(item, indent + 4, { after: comma })}\n`;
  });
  return `${code.open}\n${items.join('')}${' '.repeat(indent)}${code.close}${after}`;
}

export interface Around {
  readonly before?: number;
  readonly after?: string;
}

function layoutOperands({ operands }: Operands, indent: number): string {
  return operands.map((one) => layout(one, indent, { before: 2 })).join(`\n${' '.repeat(indent)}| `);
}

/** `name = value`, with parentheses around what no brackets of its own can break. */
export function assignment(target: string, value: Code, indent = 0): string {
  const start = `${target} = `;
  const column = indent + widthOf(start.slice(start.lastIndexOf('\n') + 1));
  const margin = ' '.repeat(indent);
  const line = flat(value);
  if (column + widthOf(line) <= lineWidth) return `${margin}${start}${line}\n`;
  // Parentheses around a text that is too long even on a line of its own would be in vain.
  if (typeof value === 'string' && indent + 4 + widthOf(value) > lineWidth) return `${margin}${start}${line}\n`;
  if (typeof value !== 'string' && !isOperands(value) && column + widthOf(value.open) <= lineWidth) {
    return `${margin}${start}${layout(value, indent, { before: column - indent })}\n`;
  }
  return `${margin}${start}(\n${margin}    ${layout(value, indent + 4)}\n${margin})\n`;
}

/** Columns: wide letters of East Asia take two. */
export function widthOf(text: string): number {
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g,
  );
  return [...text].length + (wide?.length ?? 0);
}
