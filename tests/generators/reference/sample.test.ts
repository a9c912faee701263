import { expect, test } from 'vitest';
import { referenceTo } from '../../../generators/reference/reference.ts';
import type { Direction } from '../../../generators/reference/sample.ts';
import { contractFrom } from '../support/contract.ts';

function sample(schemas: string, direction: Direction = 'output', paths = '{}'): unknown {
  const contract = contractFrom(`openapi: 3.1.1
info: { title: t, version: 1.0.0 }
paths: ${paths}
components:
  schemas:
${schemas.replace(/^/gm, '    ')}`);
  const it = contract.schemas.get('It');
  return it === undefined ? undefined : referenceTo(contract).samples.sample(it, direction);
}

test.each([
  [
    'every member, the optional ones too',
    '{ type: object, properties: { a: { type: string }, b: { type: integer, minimum: 5 }, c: { type: boolean } } }',
    { a: 'sample', b: 5, c: true },
  ],
  [
    'examples before all else',
    '{ type: object, properties: { a: { type: string, default: d, examples: [e] }, b: { type: string, default: d } } }',
    { a: 'e', b: 'd' },
  ],
  [
    'formats and enums',
    '{ type: object, properties: { a: { type: string, format: date }, b: { enum: [x, y] } } }',
    { a: '2026-01-15', b: 'x' },
  ],
  [
    'what is deprecated stays out',
    '{ type: object, properties: { a: { type: string, deprecated: true }, b: { type: "null" } } }',
    { b: null },
  ],
  [
    'the parts of allOf together',
    '{ allOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] }',
    { a: 1, b: 2 },
  ],
  ['the first alternative that is a value', '{ anyOf: [{ type: "null" }, { type: integer }] }', 1],
  [
    'a member called __proto__ as a member',
    '{ type: object, properties: { __proto__: { const: 1 } } }',
    JSON.parse('{ "__proto__": 1 }'),
  ],
  [
    'recursion ends',
    '{ type: object, properties: { a: { const: 1 }, more: { type: array, items: { $ref: "#/components/schemas/It" } } } }',
    { a: 1, more: [] },
  ],
])('%s', (_claim, schema, expected) => {
  expect(sample(`It: ${schema}`)).toEqual(expected);
});

test('requests leave out what is read-only, responses what is write-only', () => {
  const schema =
    'It: { type: object, properties: { a: { const: 1, readOnly: true }, b: { const: 2, writeOnly: true } } }';
  expect([sample(schema, 'input'), sample(schema, 'output')]).toEqual([{ b: 2 }, { a: 1 }]);
});

test('a named schema is shown by the examples in which it occurs', () => {
  const schemas =
    'It: { type: object, properties: { pet: { $ref: "#/components/schemas/Pet" } } }\nPet: { type: object, properties: { name: { type: string } } }';
  const media = '{ schema: { type: array, items: { $ref: "#/components/schemas/Pet" } }, example: [{ name: Mực }] }';
  const paths = `{ /a: { get: { responses: { "200": { description: d, content: { application/json: ${media} } } } } } }`;
  expect(sample(schemas, 'output', paths)).toEqual({ pet: { name: 'Mực' } });
});
