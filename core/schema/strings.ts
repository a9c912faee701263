import type { Schema } from '../contract/schema.ts';
import { describe, plural } from './describe.ts';
import { hasFormat } from './formats.ts';
import type { Visit } from './visit.ts';

export function checkString(value: string, schema: Schema, visit: Visit): void {
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined && lengthOf(value) < minLength) {
    visit.violate(schema, 'minLength', () => `must have at least ${plural(minLength, 'character')}, ${counted(value)}`);
  }
  if (maxLength !== undefined && lengthOf(value) > maxLength) {
    visit.violate(schema, 'maxLength', () => `must have at most ${plural(maxLength, 'character')}, ${counted(value)}`);
  }
  if (pattern !== undefined && !visit.check.budget.patterns.matches(pattern, value)) {
    visit.violate(schema, 'pattern', () => `must match the pattern ${pattern}, but is ${describe(value)}`);
  }
  if (format !== undefined && !hasFormat(value, format)) {
    visit.violate(schema, 'format', () => `must have the format ${format}, but is ${describe(value)}`);
  }
}

/** Unicode code points, as JSON Schema counts: an emoji beyond the basic plane is one character. */
function lengthOf(text: string): number {
  let pairs = 0;
  for (let i = 1; i < text.length; i++) {
    const isLow = (text.charCodeAt(i) & 0xfc00) === 0xdc00;
    if (isLow && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) pairs++;
  }
  return text.length - pairs;
}

function counted(value: string): string {
  return `but ${describe(value)} has ${lengthOf(value)}`;
}
