/** JSON whose dates are `Date`s and whose 64-bit integers are bigints where the contract says so. */
import { InputError } from '../../runtime/errors.ts';
import type { OperationInput } from '../../runtime/operation.ts';
import { isWritable, parseDigits, withoutDigits, writeIntegers } from './integers.ts';
import { readValues } from './read-values.ts';
import { ValueError } from './value-error.ts';
import type { ValuePlaces } from './value-places.ts';

export type { ValuePlaces } from './value-places.ts';

/** What a caller passes, before it is written anywhere: dates as texts. Throws an `InputError` for what has no notation. */
export function toWire(operation: string, input: OperationInput): OperationInput {
  // Text for text and list for list, so the shape stays.
  return wireValue(operation, input, []) as OperationInput;
}

function wireValue(operation: string, value: unknown, path: readonly string[]): unknown {
  if (value instanceof Date) return dateText(operation, value, path);
  if (typeof value === 'bigint' && !isWritable(value)) {
    throw new InputError(operation, `/${path.join('/')}: this engine cannot write ${value} into JSON.`);
  }
  if (Array.isArray(value)) return value.map((item, i) => wireValue(operation, item, [...path, String(i)]));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, wireValue(operation, member, [...path, name])]),
  );
}

function dateText(operation: string, date: Date, path: readonly string[]): string {
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  // Years have four digits on the wire (RFC 3339).
  if (/^\d{4}-/.test(text)) return text;
  throw new InputError(operation, `/${path.join('/')}: ${String(date)} is no date that can be sent.`);
}

/** Bytes, streams and whatever else has a prototype of its own are left alone. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

export function writeJson(value: unknown): string {
  return writeIntegers(value);
}

/** Throws a `SyntaxError` for a text that is no JSON, a `ValueError` for what is no date or integer where one belongs. */
export function readJson(text: string, places?: ValuePlaces): unknown {
  if (places === undefined) return JSON.parse(text);
  // Only integers of so many digits may be too large for a number.
  const large = /\d{16}/.test(text);
  const read = readValues(large ? parseDigits(text) : JSON.parse(text), places);
  return large ? withoutDigits(read) : read;
}

/** What is wrong with a text that `readJson` refused. */
export function faultOf(error: unknown): string {
  return error instanceof ValueError ? `does not keep to the contract at ${error.message}.` : 'is not JSON.';
}
