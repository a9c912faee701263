import { isArray, isObject, type Json } from '../../core/source/json.ts';

/**
 * A JSON value as a Python expression: the only way in which text from a contract becomes a literal. Whatever could end
 * the literal, break the line or hide from a reader is escaped. No literal is an f-string, so braces mean themselves.
 */
export function literal(value: Json): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value);
  if (isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (!isObject(value)) return value satisfies never;
  return `{${Object.entries(value)
    .map(([key, member]) => `${stringLiteral(key)}: ${literal(member)}`)
    .join(', ')}}`;
}

/** Quoted as formatters would: double quotes, unless single ones need fewer escapes. */
export function stringLiteral(text: string): string {
  const quote = count(text, '"') > count(text, "'") ? "'" : '"';
  const body = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(unprintable, escapeCharacter);
  return `${quote}${body}${quote}`;
}

/** Whether the text can be encoded; lone surrogates cannot, and pydantic refuses them. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** Control, format, private and unassigned characters, separators but the space, lone surrogates, and combining marks. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}\p{M}]|(?! )\p{Zs}/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
