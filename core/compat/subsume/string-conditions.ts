import type { Schema } from '../../contract/schema.ts';
import { type Condition, condition } from './condition.ts';
import { isHint } from './format-facts.ts';

const endless = Number.POSITIVE_INFINITY;

export function stringConditions(schema: Schema): readonly Condition[] {
  const { minLength = 0, maxLength, pattern, format } = schema;
  const conditions: Condition[] = [];
  if (minLength > 0) {
    conditions.push(
      condition({ kind: 'length', min: minLength, max: endless }, { kind: 'length', min: 0, max: minLength - 1 }),
    );
  }
  if (maxLength !== undefined) {
    conditions.push(
      condition({ kind: 'length', min: 0, max: maxLength }, { kind: 'length', min: maxLength + 1, max: endless }),
    );
  }
  if (pattern !== undefined) {
    conditions.push(condition({ kind: 'pattern', pattern, holds: true }, { kind: 'pattern', pattern, holds: false }));
  }
  if (format !== undefined && !isHint(format)) {
    conditions.push(condition({ kind: 'format', format, holds: true }, { kind: 'format', format, holds: false }));
  }
  return conditions;
}
