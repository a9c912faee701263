import type { Schema } from '../../contract/schema.ts';

const below = [
  'additionalProperties',
  'propertyNames',
  'unevaluatedProperties',
  'items',
  'unevaluatedItems',
  'contains',
] as const satisfies ReadonlyArray<keyof Schema>;

/** A schema with each of its parts replaced: `inPlace` for those about the same value, `under` for the others. */
export function mapParts(schema: Schema, inPlace: (part: Schema) => Schema, under: (part: Schema) => Schema): Schema {
  const one = (part: Schema | undefined) => part && inPlace(part);
  const list = (parts: readonly Schema[] | undefined) => parts?.map(inPlace);
  const members = (parts: ReadonlyMap<string, Schema> | undefined, map: (part: Schema) => Schema) =>
    parts && new Map([...parts].map(([name, part]) => [name, map(part)]));
  const others = Object.fromEntries(
    below.map((keyword) => [keyword, schema[keyword] && under(schema[keyword])] as const),
  ) as Pick<Schema, (typeof below)[number]>; // fromEntries forgets which keys there are
  return {
    ...schema,
    ...others,
    allOf: list(schema.allOf),
    anyOf: list(schema.anyOf),
    oneOf: list(schema.oneOf),
    not: one(schema.not),
    if: one(schema.if),
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; a schema is never awaited.
    then: one(schema.then),
    else: one(schema.else),
    dependentSchemas: members(schema.dependentSchemas, inPlace),
    properties: members(schema.properties, under),
    patternProperties: members(schema.patternProperties, under),
    prefixItems: schema.prefixItems?.map(under),
  };
}
