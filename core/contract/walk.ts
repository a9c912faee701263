import type { Contract } from './model.ts';
import { oncePer } from './once-per.ts';
import type { Schema } from './schema.ts';
import { schemaUses } from './schema-uses.ts';

export { type DirectedOperation, type Direction, everyRequest, type SchemaUse, schemaUses } from './schema-uses.ts';

/** A direct child of a schema, and where it stands in it. */
export interface Subschema {
  readonly keyword: (typeof singles)[number] | (typeof lists)[number] | (typeof maps)[number];
  /** The index in a list, the name in a map. */
  readonly key: string | undefined;
  readonly schema: Schema;
}

const singles = [
  'not',
  'if',
  'then',
  'else',
  'additionalProperties',
  'propertyNames',
  'unevaluatedProperties',
  'items',
  'unevaluatedItems',
  'contains',
  'contentSchema',
] as const satisfies readonly (keyof Schema)[];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const satisfies readonly (keyof Schema)[];
const maps = ['properties', 'patternProperties', 'dependentSchemas'] as const satisfies readonly (keyof Schema)[];

/** The direct children of a schema. References are not followed: they are names. */
export function subschemas(schema: Schema): readonly Subschema[] {
  const found: Subschema[] = [];
  for (const keyword of maps) {
    for (const [key, child] of schema[keyword] ?? []) found.push({ keyword, key, schema: child });
  }
  for (const keyword of lists) {
    schema[keyword]?.forEach((child, i) => {
      found.push({ keyword, key: String(i), schema: child });
    });
  }
  for (const keyword of singles) {
    const child = schema[keyword];
    if (child !== undefined) found.push({ keyword, key: undefined, schema: child });
  }
  return found;
}

/** Every schema of the contract once, named or inline, unused ones included, in the order of the document. */
export const allSchemas: (contract: Contract) => readonly Schema[] = oncePer(findSchemas);

function findSchemas(contract: Contract): readonly Schema[] {
  const seen = new Set<Schema>();
  const open: Schema[] = [];
  const add = (schema: Schema | undefined): void => {
    if (schema === undefined || seen.has(schema)) return;
    seen.add(schema);
    open.push(schema);
  };
  for (const { schema } of schemaUses(contract)) add(schema);
  for (const schema of contract.schemas.values()) add(schema);
  if (contract.kind === 'event') {
    for (const { parameters } of contract.channels) for (const { schema } of parameters) add(schema);
    for (const { payload, headers } of contract.messages) [payload, headers].forEach(add);
  }
  const found: Schema[] = [];
  // Started from the end, so that schemas come out in the order of the document.
  open.reverse();
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    found.push(schema);
    for (const child of childrenOf(schema).reverse()) add(child);
  }
  return found;
}

function childrenOf(schema: Schema): Schema[] {
  const found: Schema[] = [];
  for (const keyword of maps) if (schema[keyword] !== undefined) found.push(...schema[keyword].values());
  for (const keyword of lists) if (schema[keyword] !== undefined) found.push(...schema[keyword]);
  for (const keyword of singles) if (schema[keyword] !== undefined) found.push(schema[keyword]);
  return found;
}
