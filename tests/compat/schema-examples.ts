import { compareContracts, type Profile } from '../../core/compat/index.ts';
import type { Effect, SchemaArea } from '../../core/compat/rules/schema-rules.ts';
import type { Topic } from '../../core/compat/schemas/fact.ts';
import type { JsonObject } from '../../core/source/json.ts';
import { contractFrom } from './read-contract.ts';

/** Two schemas that differ in one topic alone. */
export interface Example {
  /** Accepts all that `narrow` accepts, and more. */
  readonly wide: JsonObject;
  readonly narrow: JsonObject;
  /** Accepts something that `narrow` refuses, and refuses something that it accepts. */
  readonly other?: JsonObject;
  /** Ends of the ids of further rules, where an effect cannot be shown alone. */
  readonly beside?: Readonly<Partial<Record<Effect, readonly string[]>>>;
}

const pattern = (text: string): JsonObject => ({ type: 'string', pattern: text });
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: 'object', properties, ...more });
const text = { type: 'string' };
const number = { type: 'integer' };
/** Ignored where it would travel. */
const oneWay = (schema: JsonObject): JsonObject => object({ a: { ...schema, readOnly: true, writeOnly: true } });

export const schemaExamples: Readonly<Record<Topic, Example>> = {
  type: { wide: { type: ['string', 'integer'] }, narrow: text, other: number },
  null: { wide: { type: ['string', 'null'] }, narrow: text },
  'null-as-meant': { wide: { anyOf: [text, { type: 'null' }] }, narrow: { nullable: true, allOf: [text] } },
  enum: { wide: text, narrow: { type: 'string', enum: ['a'] } },
  'enum-value': { wide: { enum: ['a', 'b'] }, narrow: { enum: ['a'] } },
  minimum: { wide: { type: 'number', minimum: 1 }, narrow: { type: 'number', minimum: 2 } },
  maximum: { wide: { type: 'number', maximum: 2 }, narrow: { type: 'number', maximum: 1 } },
  'multiple-of': {
    wide: { type: 'integer', multipleOf: 2 },
    narrow: { type: 'integer', multipleOf: 4 },
    other: { type: 'integer', multipleOf: 3 },
  },
  'min-length': { wide: text, narrow: { type: 'string', minLength: 2 } },
  'max-length': { wide: text, narrow: { type: 'string', maxLength: 2 } },
  pattern: { wide: pattern('^[ab]$'), narrow: pattern('^a$'), other: pattern('^b$') },
  format: { wide: text, narrow: { type: 'string', format: 'date' }, other: { type: 'string', format: 'uuid' } },
  'required-property': { wide: object({}), narrow: object({ a: text }, { required: ['a'] }) },
  'property-required': { wide: object({ a: text }), narrow: object({ a: text }, { required: ['a'] }) },
  'optional-property': { wide: object({}), narrow: object({ a: text }) },
  'closed-property': {
    wide: object({ a: text }, { additionalProperties: false }),
    narrow: object({}, { additionalProperties: false }),
  },
  'known-property': { wide: object({ a: text, b: text }), narrow: object({ b: text }) },
  'known-form': {
    wide: { anyOf: [object({ a: text }), object({ b: text })] },
    narrow: { anyOf: [object({ a: text })] },
    beside: { narrowed: ['optional-property-added', 'property-removed'], widened: ['optional-property-removed'] },
  },
  'additional-properties': {
    wide: { type: 'object', patternProperties: { '^x-': text } },
    narrow: { type: 'object', patternProperties: { '^x-': text }, additionalProperties: false },
    other: { type: 'object', additionalProperties: number },
    beside: { changed: ['pattern-properties-widened'] },
  },
  'pattern-properties': {
    wide: { type: 'object', patternProperties: { '^x-': { type: ['string', 'integer'] } } },
    narrow: { type: 'object', patternProperties: { '^x-': text } },
    other: { type: 'object', patternProperties: { '^x-': number } },
  },
  'property-names': {
    wide: { type: 'object', propertyNames: { pattern: '^[ab]$' } },
    narrow: { type: 'object', propertyNames: { pattern: '^a$' } },
    other: { type: 'object', propertyNames: { pattern: '^b$' } },
  },
  'min-properties': { wide: { type: 'object' }, narrow: { type: 'object', minProperties: 1 } },
  'max-properties': { wide: { type: 'object' }, narrow: { type: 'object', maxProperties: 1 } },
  tuple: { wide: { type: 'array' }, narrow: { type: 'array', prefixItems: [{}], items: false } },
  'min-items': { wide: { type: 'array' }, narrow: { type: 'array', minItems: 1 } },
  'max-items': { wide: { type: 'array' }, narrow: { type: 'array', maxItems: 1 } },
  'unique-items': { wide: { type: 'array' }, narrow: { type: 'array', uniqueItems: true } },
  contains: {
    wide: { type: 'array', contains: { type: ['string', 'integer'] } },
    narrow: { type: 'array', contains: text },
    other: { type: 'array', contains: number },
  },
  alternative: {
    wide: { anyOf: [{ maxLength: 3, type: 'string' }, number] },
    narrow: { anyOf: [{ maxLength: 3, type: 'string' }] },
    other: { anyOf: [number] },
  },
  'alternative-overlap': {
    wide: { anyOf: [object({ a: text }), object({ b: text })] },
    narrow: { oneOf: [object({ a: text }), object({ b: text })] },
  },
  'one-way-property': { wide: oneWay({ type: ['string', 'integer'] }), narrow: oneWay(text) },
  condition: { wide: { not: { const: 1 } }, narrow: { not: { enum: [1, 2] } }, other: { not: { const: 3 } } },
  schema: { wide: {}, narrow: { not: {} } },
};

/** The ids of the rules by which a schema in `area` differs from another, told by someone whom the effect concerns. */
export function rulesOf(example: Example, effect: Effect, area: SchemaArea, profile: Profile): readonly string[] {
  const { wide, narrow, other = narrow } = example;
  const [before, after] = { narrowed: [wide, narrow], widened: [narrow, wide], changed: [narrow, other] }[effect].map(
    (schema) => contractFrom(JSON.stringify(contractWith(schema, area, effect))),
  );
  if (before === undefined || after === undefined) throw new Error('There are two schemas.');
  return compareContracts(before, after, { profile, eventMode: 'ACTION' }).map(({ rule }) => rule);
}

function contractWith(schema: JsonObject, area: SchemaArea, effect: Effect): JsonObject {
  const info = { title: 'Example', version: '1.0.0' };
  if (area === 'message') {
    const schemaFormat = 'application/schema+json;version=draft-2020-12';
    const channels = { c: { address: 'c', messages: { m: { payload: { schemaFormat, schema } } } } };
    const action = effect === 'narrowed' ? 'receive' : 'send';
    return { asyncapi: '3.0.0', info, channels, operations: { o: { action, channel: { $ref: '#/channels/c' } } } };
  }
  const content = { 'application/json': { schema } };
  const response = { description: 'Done', ...(area === 'response' ? { content } : {}) };
  const operation = {
    ...(area === 'request' ? { requestBody: { content } } : {}),
    ...(area === 'parameter' ? { parameters: [{ in: 'query', name: 'q', content }] } : {}),
    responses: { 200: area === 'header' ? { ...response, headers: { 'X-H': { schema } } } : response },
  };
  // Only 3.0 knows `nullable`.
  const openapi = 'nullable' in schema ? '3.0.3' : '3.1.0';
  return { openapi, info, paths: { '/a': { post: operation } } };
}
