import type { Schema, SchemaExample, SchemaName } from '../contract/schema.ts';
import type { Json, JsonObject } from '../source/json.ts';
import { escapeToken } from '../source/pointer.ts';

export interface JsonSchemaOptions {
  /** What a `$ref` to a named schema reads; `#/$defs/<name>` by default. */
  readonly reference?: (name: SchemaName) => string;
  /** Whether `readOnly` and `writeOnly` are printed, for those who act on them; not by default. */
  readonly directions?: boolean;
  /** Whether titles, descriptions, defaults, examples and flags such as `readOnly` are printed too; not by default. */
  readonly annotations?: boolean;
}

/**
 * Prints a normalised schema as plain JSON Schema 2020-12, for validators and other tools. It accepts the same values as
 * `checkValue` does, formats apart, which most validators only assert when told to. Bytes have no form in JSON: a binary
 * schema prints as `{}`. A `discriminator`, which must not change a verdict, is left out.
 */
export function toJsonSchema(schema: Schema, options: JsonSchemaOptions = {}): JsonObject | boolean {
  const { reference = referenceToDefs, annotations = false, directions = annotations } = options;
  return print(schema, { reference, annotations, directions });
}

/** The value of `$defs` for schemas printed by `toJsonSchema`. */
export function definitionsOf(
  schemas: ReadonlyMap<SchemaName, Schema>,
  options: JsonSchemaOptions = {},
): { readonly [name: SchemaName]: JsonObject | boolean } {
  // Object.fromEntries defines own properties, so that a schema named `__proto__` is one like any other.
  return Object.fromEntries([...schemas].map(([name, schema]) => [name, toJsonSchema(schema, options)]));
}

function referenceToDefs(name: SchemaName): string {
  return `#/$defs/${encodeURIComponent(escapeToken(name))}`;
}

type Printed = JsonObject | boolean;

function print(schema: Schema, options: Required<JsonSchemaOptions>): Printed {
  if (schema.always !== undefined) return schema.always;
  // What a `const` outside the `enum` beside it reads as. Validators refuse to compile an empty list.
  if (schema.enum?.length === 0) return false;
  const members: Array<[string, Json | undefined]> = schema.binary
    ? []
    : [
        ['$ref', schema.ref === undefined ? undefined : options.reference(schema.ref)],
        ['type', schema.types?.length === 1 ? schema.types[0] : schema.types],
        ...plainKeywords.map((keyword): [string, Json | undefined] => [keyword, schema[keyword]]),
        ['uniqueItems', schema.uniqueItems || undefined],
        ...schemaKeywords.map((keyword): [string, Json | undefined] => [keyword, printOne(schema[keyword], options)]),
        ...listKeywords.map((keyword): [string, Json | undefined] => [keyword, printList(schema[keyword], options)]),
        ...mapKeywords.map((keyword): [string, Json | undefined] => [keyword, printMap(schema[keyword], options)]),
        ['dependentRequired', schema.dependentRequired && Object.fromEntries(schema.dependentRequired)],
      ];
  if (options.directions) members.push(...directionsOf(schema));
  if (options.annotations) members.push(...annotationsOf(schema));
  return Object.fromEntries(members.filter((member): member is [string, Json] => member[1] !== undefined));
}

const plainKeywords = [
  'enum',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'contentEncoding',
  'contentMediaType',
  'required',
  'minProperties',
  'maxProperties',
  'minContains',
  'maxContains',
  'minItems',
  'maxItems',
] as const satisfies ReadonlyArray<keyof Schema>;

const schemaKeywords = [
  'not',
  'if',
  'then',
  'else',
  'contentSchema',
  'additionalProperties',
  'propertyNames',
  'unevaluatedProperties',
  'items',
  'unevaluatedItems',
  'contains',
] as const satisfies ReadonlyArray<keyof Schema>;

const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const satisfies ReadonlyArray<keyof Schema>;

const mapKeywords = ['properties', 'patternProperties', 'dependentSchemas'] as const satisfies ReadonlyArray<
  keyof Schema
>;

function printOne(schema: Schema | undefined, options: Required<JsonSchemaOptions>): Printed | undefined {
  return schema === undefined ? undefined : print(schema, options);
}

function printList(
  schemas: readonly Schema[] | undefined,
  options: Required<JsonSchemaOptions>,
): readonly Printed[] | undefined {
  return schemas?.map((schema) => print(schema, options));
}

function printMap(
  schemas: ReadonlyMap<string, Schema> | undefined,
  options: Required<JsonSchemaOptions>,
): JsonObject | undefined {
  return schemas && Object.fromEntries([...schemas].map(([name, schema]) => [name, print(schema, options)]));
}

function directionsOf(schema: Schema): Array<[string, Json | undefined]> {
  return [
    ['readOnly', schema.readOnly || undefined],
    ['writeOnly', schema.writeOnly || undefined],
  ];
}

function annotationsOf(schema: Schema): Array<[string, Json | undefined]> {
  return [
    ['title', schema.title],
    ['description', schema.description],
    ['deprecated', schema.deprecated || undefined],
    ['default', schema.default?.value],
    ['examples', schema.examples.length === 0 ? undefined : schema.examples.map((one: SchemaExample) => one.value)],
  ];
}
