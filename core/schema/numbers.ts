import type { Schema } from '../contract/schema.ts';
import { hasFormat } from './formats.ts';
import { isMultipleOf } from './multiple-of.ts';
import type { Visit } from './visit.ts';

export function checkNumber(value: number, schema: Schema, visit: Visit): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  if (minimum !== undefined && value < minimum) {
    visit.violate(schema, 'minimum', () => `must be at least ${minimum}, but is ${value}`);
  }
  if (maximum !== undefined && value > maximum) {
    visit.violate(schema, 'maximum', () => `must be at most ${maximum}, but is ${value}`);
  }
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    visit.violate(schema, 'exclusiveMinimum', () => `must be more than ${exclusiveMinimum}, but is ${value}`);
  }
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) {
    visit.violate(schema, 'exclusiveMaximum', () => `must be less than ${exclusiveMaximum}, but is ${value}`);
  }
  if (multipleOf !== undefined && !isMultipleOf(value, multipleOf)) {
    visit.violate(schema, 'multipleOf', () => `must be a multiple of ${multipleOf}, but is ${value}`);
  }
  if (format !== undefined && !hasFormat(value, format)) {
    visit.violate(schema, 'format', () => `must be an integer in the range of ${format}, but is ${value}`);
  }
}
