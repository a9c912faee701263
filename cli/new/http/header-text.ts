import type { Json } from '../../../core/source/json.ts';

/** Whether a header can hold the value: it takes visible ASCII, spaces and tabs. */
export function fitsHeader(value: Json): boolean {
  return /^[\t -~]+$/.test(typeof value === 'string' ? value : JSON.stringify(value));
}
