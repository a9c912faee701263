import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Json } from '../source/json.ts';

/** Formats with one undisputed definition. Others, such as `password` or a house's own, are hints and assert nothing. */
const textFormats = [
  'date',
  'date-time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'json-pointer',
  'regex',
  'time',
  'uri',
  'uri-reference',
  'uuid',
] as const;

const checks = new Map<string, (text: string) => boolean>([
  ...textFormats.map((name) => [name, textCheck(name)] as const),
  // RFC 4648 section 4. ajv-formats' own check accepts a text when any one of its lines is base64.
  ['byte', (text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)],
]);

const int32Limit = 2 ** 31;
/** The nearest number to 2^63 - 1 that JavaScript has is 2^63 itself, hence also accepted as a maximum. */
const int64Limit = 2 ** 63;

/** False when the value breaks a format of its own type; a format meant for another type asserts nothing. */
export function hasFormat(value: Json, format: string): boolean {
  if (typeof value === 'string') return checks.get(format)?.(value) ?? true;
  if (typeof value !== 'number') return true;
  if (format === 'int32') return Number.isInteger(value) && value >= -int32Limit && value < int32Limit;
  if (format === 'int64') return Number.isInteger(value) && value >= -int64Limit && value <= int64Limit;
  return true;
}

function textCheck(name: (typeof textFormats)[number]): (text: string) => boolean {
  const format: unknown = fullFormats[name];
  // Some of the expressions take quadratic time, so very long texts are let pass.
  return (text) => text.length > 4096 || test(format, text);
}

/** ajv allows a format to be an expression, a function, or an object that holds one of the two. */
function test(format: unknown, text: string): boolean {
  if (format instanceof RegExp) return format.test(text);
  if (typeof format === 'function') return format(text) === true;
  if (typeof format === 'object' && format !== null && 'validate' in format) return test(format.validate, text);
  return true;
}
