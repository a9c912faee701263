import { type MetaSchema, type MetaSchemaObject, schemaKeywords } from '../../core/structure/meta-schema.ts';

/** A schema as published, in whichever draft. */
export type Published = { [keyword: string]: unknown };

const annotations = [
  'title',
  'description',
  'default',
  'examples',
  'example',
  '$comment',
  '$schema',
  'id',
  '$id',
  'deprecated',
];

/**
 * Brings a published schema of draft 04, 07 or 2020-12 to one small form: no annotations, numeric exclusive bounds,
 * `prefixItems` for tuples, and a choice between a Reference Object and something else decided by the presence of `$ref`.
 * The last one also repairs documents being refused because a `$ref` satisfies both branches of a `oneOf`.
 */
export function prepare(schema: unknown): MetaSchema {
  if (typeof schema === 'boolean') return schema;
  if (!isRecord(schema)) throw new Error(`not a schema: ${JSON.stringify(schema)}`);
  const result: Published = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (!annotations.includes(keyword)) result[keyword] = prepareKeyword(keyword, value);
  }
  convertDraft04Bounds(result);
  convertTuples(result);
  return simplify(result as MetaSchemaObject);
}

function prepareKeyword(keyword: string, value: unknown): unknown {
  if (keyword === 'items' && Array.isArray(value)) return value.map(prepare);
  if (keyword === 'not' && isRecord(value)) return withDescription(prepare(value), value.description);
  if (oneOf(schemaKeywords.one, keyword)) return prepare(value);
  if (oneOf(schemaKeywords.list, keyword) && Array.isArray(value)) return value.map(prepare);
  if (oneOf(schemaKeywords.map, keyword) && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, prepare(member)]));
  }
  return value;
}

/** What a `not` forbids is often said best by its author's words. */
function withDescription(schema: MetaSchema, description: unknown): MetaSchema {
  return typeof schema === 'object' && typeof description === 'string' ? { ...schema, description } : schema;
}

function convertDraft04Bounds(schema: Published): void {
  for (const [exclusive, inclusive] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] !== 'boolean') continue;
    if (schema[exclusive]) {
      schema[exclusive] = schema[inclusive];
      delete schema[inclusive];
    } else {
      delete schema[exclusive];
    }
  }
}

function convertTuples(schema: Published): void {
  if (Array.isArray(schema.items)) {
    schema.prefixItems = schema.items;
    delete schema.items;
    if (schema.additionalItems !== undefined) schema.items = prepare(schema.additionalItems);
  }
  delete schema.additionalItems;
}

function simplify(schema: MetaSchemaObject): MetaSchema {
  if (schema.allOf?.length === 1 && Object.keys(schema).length === 1) return schema.allOf[0] ?? true;
  if (schema.oneOf === undefined) return schema;
  const { oneOf, ...rest } = schema;
  const reference = oneOf.find(isReferenceObject);
  if (reference === undefined || oneOf.length < 2) return schema;
  const others = oneOf.filter((branch) => branch !== reference);
  const otherwise = others.length === 1 ? (others[0] ?? true) : { oneOf: others };
  // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
  return { ...rest, if: { type: 'object', required: ['$ref'] }, then: reference, else: otherwise };
}

function isReferenceObject(schema: MetaSchema): boolean {
  return typeof schema === 'object' && /\/(Reference|jsonReference)$/.test(schema.$ref ?? '');
}

function oneOf(keywords: readonly string[], keyword: string): boolean {
  return keywords.includes(keyword);
}

export function isRecord(value: unknown): value is Published {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
