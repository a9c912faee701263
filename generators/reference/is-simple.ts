import type { Schema, SchemaName } from '../../core/contract/schema.ts';

/** True for a schema without an inside: a number, a text, a list of such. It is told wherever it is used. */
export function isSimple(schema: Schema, schemas: ReadonlyMap<SchemaName, Schema>, steps = 0): boolean {
  if (steps > 8 || structural.some((keyword) => schema[keyword] !== undefined)) return false;
  if (schema.types?.includes('object') === true) return false;
  if (schema.items !== undefined && !isSimple(schema.items, schemas, steps + 1)) return false;
  if (schema.ref === undefined) return true;
  const target = schemas.get(schema.ref);
  return target !== undefined && isSimple(target, schemas, steps + 1);
}

const structural = [
  ...(['properties', 'additionalProperties', 'patternProperties', 'unevaluatedProperties', 'required'] as const),
  ...(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'prefixItems', 'contains', 'dependentSchemas'] as const),
] satisfies readonly (keyof Schema)[];
