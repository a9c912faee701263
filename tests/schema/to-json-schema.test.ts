import { describe, expect, it } from 'vitest';
import { definitionsOf, toJsonSchema } from '../../core/schema/to-json-schema.ts';
import { build } from './build.ts';

const everything = {
  $ref: '#/$defs/a~1b%20c',
  type: ['string', 'array', 'object'],
  enum: ['a', { b: 1 }],
  minimum: 1,
  maximum: 2,
  multipleOf: 0.5,
  minLength: 1,
  maxLength: 2,
  pattern: 'a',
  format: 'uuid',
  contentEncoding: 'base64',
  contentMediaType: 'application/json',
  contentSchema: { type: 'object' },
  properties: { constructor: { type: 'string' } },
  required: ['constructor'],
  additionalProperties: false,
  patternProperties: { '^x-': { minLength: 1 } },
  propertyNames: { minLength: 1 },
  unevaluatedProperties: false,
  dependentRequired: { a: ['b'] },
  dependentSchemas: { a: { minProperties: 1 } },
  minProperties: 1,
  maxProperties: 2,
  prefixItems: [true],
  items: false,
  unevaluatedItems: false,
  contains: { type: 'null' },
  minContains: 2,
  maxContains: 3,
  minItems: 1,
  maxItems: 2,
  uniqueItems: true,
  allOf: [{ minimum: 0 }, { maximum: 9 }],
  anyOf: [{ minimum: 0 }],
  oneOf: [{ minimum: 0 }],
  not: { minimum: 3 },
  if: { minimum: 1 },
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; a schema is never awaited.
  then: { maximum: 1 },
  else: { maximum: 0 },
};

describe('toJsonSchema', () => {
  it('prints every keyword back', () => {
    const $defs = { 'a/b c': { type: 'integer' } };
    const built = build(JSON.stringify({ ...everything, $defs }));
    expect(toJsonSchema(built.schema)).toEqual(everything);
    expect(definitionsOf(built.schemas)).toEqual($defs);
  });

  it('prints annotations only when asked to', () => {
    const text = { title: 'T', description: 'D', deprecated: true, readOnly: true, default: null, examples: [1] };
    const { schema } = build(JSON.stringify({ type: 'integer', ...text }));
    expect(toJsonSchema(schema)).toEqual({ type: 'integer' });
    expect(toJsonSchema(schema, { annotations: true })).toEqual({ type: 'integer', ...text });
  });

  it('prints one form for what older dialects write differently', () => {
    const { schema } = build(
      '{type: number, nullable: true, minimum: 0, exclusiveMinimum: true, example: 1}',
      'openapi-3.0',
    );
    expect(toJsonSchema(schema)).toEqual({ type: ['null', 'number'], exclusiveMinimum: 0 });
  });

  it('prints bytes as any value, and a contradiction as none', () => {
    expect(toJsonSchema(build('{type: string, format: binary}', 'openapi-3.0').schema)).toEqual({});
    expect(toJsonSchema(build('{const: 1, enum: [2]}').schema)).toBe(false);
  });

  it('lets the caller say what a reference reads', () => {
    const { schema } = build('{$ref: "#/$defs/A", $defs: {A: {type: string}}}');
    const reference = (name: string) => `#/components/schemas/${name}`;
    expect(toJsonSchema(schema, { reference })).toEqual({ $ref: '#/components/schemas/A' });
  });

  it('prints a schema and a property called __proto__ like any other', () => {
    const text =
      '{"properties": {"__proto__": {"$ref": "#/$defs/__proto__"}}, "$defs": {"__proto__": {"type": "string"}}}';
    const { schema, schemas } = build(text);
    const printed = { ...Object(toJsonSchema(schema)), $defs: definitionsOf(schemas) };
    expect(JSON.parse(JSON.stringify(printed))).toEqual(JSON.parse(text));
    expect(JSON.stringify(printed)).toBe(JSON.stringify(JSON.parse(text)));
  });
});
