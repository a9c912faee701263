import type { Location } from '../../diagnostics/location.ts';
import type { Schema } from '../schema.ts';

/** A schema while it is being read. */
export type Draft = { -readonly [Keyword in keyof Schema]: Schema[Keyword] };

/** A schema that says nothing: it accepts every value. */
export function emptySchema(location: Location): Draft {
  return {
    location,
    always: undefined,
    ref: undefined,
    types: undefined,
    enum: undefined,
    binary: false,
    allOf: undefined,
    anyOf: undefined,
    oneOf: undefined,
    not: undefined,
    if: undefined,
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; a schema is never awaited.
    then: undefined,
    else: undefined,
    minimum: undefined,
    maximum: undefined,
    exclusiveMinimum: undefined,
    exclusiveMaximum: undefined,
    multipleOf: undefined,
    minLength: undefined,
    maxLength: undefined,
    pattern: undefined,
    format: undefined,
    contentEncoding: undefined,
    contentMediaType: undefined,
    contentSchema: undefined,
    properties: undefined,
    required: undefined,
    additionalProperties: undefined,
    patternProperties: undefined,
    propertyNames: undefined,
    unevaluatedProperties: undefined,
    dependentRequired: undefined,
    dependentSchemas: undefined,
    minProperties: undefined,
    maxProperties: undefined,
    prefixItems: undefined,
    items: undefined,
    unevaluatedItems: undefined,
    contains: undefined,
    minContains: undefined,
    maxContains: undefined,
    minItems: undefined,
    maxItems: undefined,
    uniqueItems: false,
    discriminator: undefined,
    readOnly: false,
    writeOnly: false,
    title: undefined,
    description: undefined,
    deprecated: false,
    default: undefined,
    examples: noExamples,
    extensions: noExtensions,
  };
}

export const noExamples: Schema['examples'] = [];
export const noExtensions: Schema['extensions'] = new Map();

/** True when nothing but the location is set. */
export function saysNothing(schema: Schema, except?: keyof Schema): boolean {
  for (const keyword of keywords) {
    if (keyword !== except && isSet(schema, keyword)) return false;
  }
  return true;
}

/** True for the schema that accepts every value: `true` and `{}`. */
export function acceptsAll(schema: Schema): boolean {
  return schema.always === true;
}

function isSet(schema: Schema, keyword: keyof Schema): boolean {
  const value = schema[keyword];
  if (value === undefined || value === noExamples || value === noExtensions) return false;
  // `always: false` forbids everything; any other `false` is the absence of a flag.
  return value !== false || keyword === 'always';
}

const nowhere: Location = {
  source: { path: '', text: '' },
  pointer: '',
  range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
};
// `keyof` is what the literal above is checked against, so its keys are exactly those.
const keywords = Object.keys(emptySchema(nowhere)).filter((keyword) => keyword !== 'location') as (keyof Schema)[];
