// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/**
 * JSON as it is: dates are texts and integers are numbers. Where the generator was told otherwise, another file stands in
 * this place.
 */
import type { OperationInput } from './operation.ts';

/** Where a body holds values that become something else when they are read: nowhere. */
export type ValuePlaces = never;

/** What a caller passes, before it is written anywhere. */
export function toWire(_operation: string, input: OperationInput): OperationInput {
  return input;
}

export function writeJson(value: unknown): string {
  return JSON.stringify(value);
}

/** Throws a `SyntaxError` for a text that is no JSON. */
export function readJson(text: string, _places?: ValuePlaces): unknown {
  return JSON.parse(text);
}

/** What is wrong with a text that `readJson` refused. */
export function faultOf(_error: unknown): string {
  return 'is not JSON.';
}
