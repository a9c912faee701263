import { describe, expect, it } from 'vitest';
import { Subsumption } from '../../../core/compat/subsume/index.ts';
import { build } from '../../schema/build.ts';

interface Case {
  readonly a: string;
  readonly b: string;
  /** `contained`, or the witness with the keyword that refuses it. */
  readonly expected: 'contained' | { readonly value: unknown; readonly keyword: string; readonly pointer?: string };
}

const contained = 'contained';

const cases: Readonly<Record<string, readonly Case[]>> = {
  'types and bounds': [
    { a: '{type: integer}', b: '{type: number}', expected: contained },
    { a: '{type: number}', b: '{type: integer}', expected: { value: 0.5, keyword: 'type' } },
    { a: '{type: number, multipleOf: 1}', b: '{type: integer}', expected: contained },
    { a: '{type: [string, "null"]}', b: '{type: string}', expected: { value: null, keyword: 'type' } },
    { a: '{minimum: 1, maximum: 5}', b: '{minimum: 0, exclusiveMaximum: 6}', expected: contained },
    { a: '{type: integer, maximum: 100}', b: '{maximum: 10}', expected: { value: 11, keyword: 'maximum' } },
    { a: '{type: integer, exclusiveMinimum: 4}', b: '{minimum: 5}', expected: contained },
    { a: '{type: number, exclusiveMinimum: 4}', b: '{minimum: 5}', expected: { value: 4.5, keyword: 'minimum' } },
    { a: '{type: integer, format: int32}', b: '{format: int64}', expected: contained },
    {
      a: '{type: integer, format: int64}',
      b: '{format: int32}',
      expected: { value: 2147483648, keyword: 'format' },
    },
  ],
  multipleOf: [
    { a: '{type: number, multipleOf: 0.3}', b: '{multipleOf: 0.1}', expected: contained },
    { a: '{type: number, multipleOf: 0.1}', b: '{multipleOf: 0.3}', expected: { value: 0.1, keyword: 'multipleOf' } },
    { a: '{allOf: [{type: integer, multipleOf: 4}, {multipleOf: 6}]}', b: '{multipleOf: 12}', expected: contained },
    { a: '{type: integer, minimum: 1, maximum: 5, multipleOf: 7}', b: 'false', expected: contained },
  ],
  'length, pattern and format': [
    { a: '{type: string, minLength: 2, maxLength: 3}', b: '{minLength: 1, maxLength: 4}', expected: contained },
    { a: '{type: string}', b: '{maxLength: 3}', expected: { value: 'text', keyword: 'maxLength' } },
    { a: '{type: string, pattern: "^[a-f]+$"}', b: '{pattern: "^[a-z]+$"}', expected: contained },
    {
      a: '{type: string, pattern: "^[a-z]+$"}',
      b: '{pattern: "^[a-f]+$"}',
      expected: { value: 'text', keyword: 'pattern' },
    },
    { a: '{type: string, pattern: "^x{3,5}$"}', b: '{minLength: 3, maxLength: 5}', expected: contained },
    { a: '{type: string, pattern: "^(?!ab)[a-c]{2}$"}', b: '{not: {const: ab}}', expected: contained },
    {
      a: '{type: string, pattern: "^\\\\d+$", minLength: 9}',
      b: '{pattern: "^\\\\d{1,8}$"}',
      expected: { value: '000000000', keyword: 'pattern' },
    },
    { a: '{type: string, format: uuid}', b: '{maxLength: 45}', expected: contained },
    {
      a: '{type: string, format: date}',
      b: '{format: date-time}',
      expected: { value: '2026-01-31', keyword: 'format' },
    },
    { a: '{type: string, format: password}', b: '{type: string}', expected: contained },
  ],
  'enum and const': [
    { a: '{enum: [a, b]}', b: '{enum: [b, a, c]}', expected: contained },
    { a: '{enum: [a, b]}', b: '{const: a}', expected: { value: 'b', keyword: 'enum' } },
    { a: '{enum: [1, 2.5, x]}', b: '{type: [integer, string]}', expected: { value: 2.5, keyword: 'type' } },
    { a: '{type: boolean}', b: '{oneOf: [{const: true}, {const: false}]}', expected: contained },
    { a: '{type: integer, minimum: 1, maximum: 3}', b: '{enum: [1, 2, 3]}', expected: contained },
  ],
  objects: [
    { a: '{type: object, required: [a, b]}', b: '{required: [a]}', expected: contained },
    { a: '{type: object}', b: '{required: [a]}', expected: { value: {}, keyword: 'required' } },
    {
      a: '{type: object, properties: {a: {type: integer}}}',
      b: '{properties: {a: {type: integer, maximum: 5}}}',
      expected: { value: { a: 6 }, keyword: 'maximum', pointer: '/a' },
    },
    {
      a: '{type: object, properties: {a: {}}}',
      b: '{properties: {a: {}}, additionalProperties: false}',
      expected: { value: { extra: 'text' }, keyword: 'additionalProperties', pointer: '/extra' },
    },
    {
      a: '{type: object, patternProperties: {"^x-": {type: integer}}, additionalProperties: false}',
      b: '{patternProperties: {"^x": {type: number}}}',
      expected: contained,
    },
    { a: '{type: object, propertyNames: {maxLength: 3}}', b: '{propertyNames: {maxLength: 4}}', expected: contained },
    {
      a: '{type: object, propertyNames: {enum: [a, b]}}',
      b: '{maxProperties: 2}',
      expected: contained,
    },
    { a: '{type: object, minProperties: 2}', b: '{minProperties: 1}', expected: contained },
    {
      a: '{type: object, required: [a], dependentRequired: {a: [b]}}',
      b: '{required: [b]}',
      expected: contained,
    },
    {
      a: '{type: object, required: [a]}',
      b: '{dependentSchemas: {a: {properties: {b: {type: string}}}}}',
      expected: { value: { a: 'text', b: 0 }, keyword: 'type', pointer: '/b' },
    },
  ],
  arrays: [
    { a: '{type: array, items: {type: integer}}', b: '{items: {type: number}}', expected: contained },
    { a: '{type: array}', b: '{maxItems: 1}', expected: { value: ['text', 'text'], keyword: 'maxItems' } },
    { a: '{type: array, prefixItems: [{const: 1}], minItems: 1}', b: '{contains: {const: 1}}', expected: contained },
    {
      a: '{type: array, minItems: 1}',
      b: '{contains: {const: 1}}',
      expected: { value: ['text'], keyword: 'contains' },
    },
    {
      a: '{type: array, items: {const: 1}, maxItems: 2}',
      b: '{contains: true, minContains: 0, maxContains: 2}',
      expected: contained,
    },
    { a: '{type: array, uniqueItems: true, items: {type: boolean}}', b: '{maxItems: 2}', expected: contained },
    {
      a: '{type: array, items: {type: boolean}}',
      b: '{uniqueItems: true}',
      expected: { value: [true, true], keyword: 'uniqueItems' },
    },
  ],
  combinators: [
    { a: '{allOf: [{minimum: 1}, {maximum: 2}]}', b: '{minimum: 1, maximum: 2}', expected: contained },
    { a: '{type: integer}', b: '{anyOf: [{maximum: 4}, {minimum: 5}]}', expected: contained },
    { a: '{type: number}', b: '{anyOf: [{maximum: 4}, {minimum: 5}]}', expected: { value: 4.5, keyword: 'anyOf' } },
    { a: '{oneOf: [{type: string}, {}]}', b: '{not: {type: string}}', expected: contained },
    { a: '{type: string}', b: '{oneOf: [{type: string}, {maxLength: 2}]}', expected: { value: 'a', keyword: 'oneOf' } },
    {
      a: '{if: {type: string}, then: {minLength: 1}, else: {type: integer}}',
      b: '{anyOf: [{type: integer}, {type: string, minLength: 1}]}',
      expected: contained,
    },
    { a: '{not: {type: string}}', b: '{not: {type: [string, "null"]}}', expected: { value: null, keyword: 'not' } },
  ],
  unevaluated: [
    {
      a: '{type: object, allOf: [{properties: {a: {}}}], unevaluatedProperties: false}',
      b: '{properties: {a: {}, b: {}}, additionalProperties: false}',
      expected: contained,
    },
    {
      a: '{type: object, properties: {b: {}}}',
      b: '{allOf: [{properties: {a: {}}}], unevaluatedProperties: false}',
      expected: { value: { b: 'text' }, keyword: 'unevaluatedProperties', pointer: '/b' },
    },
    {
      a: '{type: array, prefixItems: [{type: string}], unevaluatedItems: false}',
      b: '{maxItems: 1, items: {type: string}}',
      expected: contained,
    },
  ],
};

describe.each(Object.entries(cases))('%s', (_, list) => {
  it.each(list)('$a within $b', ({ a, b, expected }) => {
    const first = build(a);
    const second = build(b);
    const subsumption = new Subsumption(first.schemas, second.schemas);
    const answer = subsumption.decide(first.schema, second.schema);
    if (answer.kind !== 'witness') expect(answer).toEqual({ kind: expected });
    else {
      const { value, keyword, pointer } = answer;
      expect({ value, keyword, pointer }).toEqual(expected === contained ? contained : { pointer: '', ...expected });
    }
    expect(subsumption.unconfirmed).toBe(0);
  });
});
