import { isArray, type Json } from '../source/json.ts';

/** A value as it stands in a message: short, and on one line. */
export function describe(value: Json): string {
  if (isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${plural(value.length, 'item')}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${cut(text, 50)}…${typeof value === 'string' ? '"' : ''}`;
}

/** `"a", "b" or "c"`, at most eight of them. */
export function describeList(values: readonly Json[], joiner: 'or' | 'and' = 'or'): string {
  const shown = values.slice(0, 8).map(describe);
  if (values.length > shown.length) return `${shown.join(', ')} ${joiner} ${values.length - shown.length} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${joiner} ${last}`;
}

/** `1 item`, `2 items`, `3 properties`. */
export function plural(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** Never splits a surrogate pair. */
function cut(text: string, length: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end);
}
