import type { Schema, SchemaName } from '../../contract/schema.ts';

/** One of the two documents: what the references of its schemas mean. */
export interface Scope {
  readonly tag: 'first' | 'second' | 'made';
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
}

/** That a value is accepted by a schema, or (`holds: false`) refused by it. */
export interface Claim {
  readonly schema: Schema;
  readonly scope: Scope;
  readonly holds: boolean;
}

export function denied(claim: Claim): Claim {
  return { ...claim, holds: !claim.holds };
}

/** The schema itself, past references that stand alone. */
export function past(schema: Schema, scope: Scope): Schema {
  let at = schema;
  const seen = new Set<Schema>();
  while (at.ref !== undefined && isBareReference(at) && !seen.has(at)) {
    seen.add(at);
    const target = scope.schemas.get(at.ref);
    if (target === undefined) return at;
    at = target;
  }
  return at;
}

function isBareReference(schema: Schema): boolean {
  return asserting.every((keyword) => schema[keyword] === undefined) && !schema.binary && !schema.uniqueItems;
}

/** Every keyword but `$ref` that can refuse a value; the two that are booleans apart. */
export const asserting = [
  'always',
  'types',
  'enum',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'properties',
  'required',
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
  'dependentRequired',
  'dependentSchemas',
  'minProperties',
  'maxProperties',
  'prefixItems',
  'items',
  'unevaluatedItems',
  'contains',
  'minItems',
  'maxItems',
] as const satisfies ReadonlyArray<keyof Schema>;
