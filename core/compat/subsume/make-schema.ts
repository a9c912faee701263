import type { Schema } from '../../contract/schema.ts';
import type { Location, Position } from '../../diagnostics/location.ts';

/** A schema that stands in no document, for questions of our own such as "another value than these". */
export function makeSchema(keywords: Partial<Schema>): Schema {
  return { ...blank, ...keywords };
}

const start: Position = { line: 1, column: 1, offset: 0 };
const nowhere: Location = { source: { path: '', text: '' }, pointer: '', range: { start, end: start } };

const blank: Schema = {
  location: nowhere,
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
  examples: [],
  extensions: new Map(),
};
