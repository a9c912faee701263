// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type Decode, decodeForm, decodePercent, MalformedText } from './percent.ts';

/** One `name=value`, the name decoded, the value still as it came: delimiters count before decoding. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** The pairs of a query string or an urlencoded body. A name that cannot be decoded belongs to nobody and stays raw. */
export function parsePairs(text: string): Pair[] {
  return split(text, '&', (name) => decodeName(name, decodeForm));
}

/** A cookie of the style "form", whose name is escaped where it is no legal name of a cookie. */
export function withDecodedName({ name, value }: Pair): Pair {
  return { name: decodeName(name, decodePercent), value };
}

function decodeName(name: string, decode: Decode): string {
  try {
    return decode(name);
  } catch (error) {
    if (error instanceof MalformedText) return name;
    throw error;
  }
}

/** The pairs of a Cookie header (RFC 6265). */
export function parseCookies(header: string): Pair[] {
  return split(header, ';', (name) => name.trim()).map(({ name, value }) => ({ name, value: unquote(value.trim()) }));
}

function split(text: string, separator: string, decodeName: Decode): Pair[] {
  return text
    .split(separator)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => {
      const at = piece.indexOf('=');
      if (at === -1) return { name: decodeName(piece), value: '' };
      return { name: decodeName(piece.slice(0, at)), value: piece.slice(at + 1) };
    });
}

function unquote(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}
