import { isArray, isObject, type Json } from '../../core/source/json.ts';
import { propertyKey } from './names.ts';

/**
 * A JSON value as a TypeScript expression: the only way in which text from a contract becomes a literal. Whatever could
 * end the literal, break the line or hide from a reader is escaped.
 */
export function literal(value: Json): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (!isObject(value)) return Object.is(value, -0) ? '0' : String(value);
  const members = Object.entries(value).map(([key, member]) => `${propertyKey(key)}: ${literal(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The type that has `value` as its only member. */
export function literalType(value: Json): string {
  if (isArray(value)) return `readonly [${value.map(literalType).join(', ')}]`;
  if (!isObject(value)) return literal(value);
  const members = Object.entries(value).map(([key, member]) => `readonly ${propertyKey(key)}: ${literalType(member)}`);
  return members.length === 0 ? '{ readonly [key: string]: never }' : `{ ${members.join('; ')} }`;
}

/** Control and format characters (bidirectional overrides among them), both line separators and lone surrogates. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Quoted as our formatter would: single quotes, unless double ones need fewer escapes. */
export function stringLiteral(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(unprintable, escapeCharacter)
    // Generated text may end up inside a script element.
    .replaceAll('</', '<\\/')
    .replaceAll('<!--', '<\\!--');
  return `${quote}${body}${quote}`;
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  let escaped = '';
  for (let i = 0; i < character.length; i++) {
    escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
