import type { Schema } from '../../../core/contract/schema.ts';

/** The schemas directly inside a schema that take part in its type. */
export function subSchemas(schema: Schema): Schema[] {
  const { additionalProperties, unevaluatedProperties, items } = schema;
  const inner = [
    ...(schema.properties?.values() ?? []),
    ...(schema.patternProperties?.values() ?? []),
    ...(schema.prefixItems ?? []),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ];
  for (const one of [additionalProperties, unevaluatedProperties, items]) if (one !== undefined) inner.push(one);
  return inner;
}
