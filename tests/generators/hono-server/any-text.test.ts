import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonSchema, OperationSpec, ParameterStyle } from '../../../generators/hono-server/runtime/operation.ts';
import { readParameters } from '../../../generators/hono-server/runtime/parameters.ts';
import { Refusal } from '../../../generators/hono-server/runtime/problem.ts';
import { readBody } from '../../../generators/hono-server/runtime/read-body.ts';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';

const set = new SchemaSet({
  Nest: { type: ['string', 'array'], items: { $ref: '#/$defs/Nest' } },
  Tree: { type: 'object', properties: { a: { $ref: '#/$defs/Tree' }, b: { $ref: '#/$defs/Nest' } } },
  Open: { items: { $ref: '#/$defs/Open' }, additionalProperties: { $ref: '#/$defs/Open' } },
});

const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    fc.boolean(),
    fc.constantFrom<JsonSchema>(
      {},
      { $ref: '#/$defs/Nest' },
      { $ref: '#/$defs/Tree' },
      { $ref: '#/$defs/Open' },
      { type: 'integer' },
      { type: ['string', 'null'] },
      { enum: ['', 'a', 1, null] },
      { not: { type: 'string' } },
    ),
    fc.record({ type: fc.constantFrom('array', ['array', 'string']), items: tie('schema') }),
    fc.record({ items: tie('schema') }),
    fc.record({ type: fc.constant('object'), properties: fc.record({ a: tie('schema'), b: tie('schema') }) }),
    fc.record({ properties: fc.record({ a: tie('schema') }), additionalProperties: tie('schema') }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
  ),
}));

const styles = ['form', 'deepObject', 'spaceDelimited', 'pipeDelimited'] as const satisfies readonly ParameterStyle[];
const piece = fc.constantFrom(
  'p',
  'a',
  'b',
  '[a]',
  '[b][a]',
  '[]',
  '[',
  '=',
  '&',
  ',',
  '%20',
  '|',
  '',
  '%zz',
  '+',
  '1',
);
const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));

const base = { id: 'x', method: 'GET', path: '/', parameters: [], responses: [], security: [] };

it('no query text against any schema is more than a value or a fault', () => {
  const read = (of: JsonSchema, style: ParameterStyle, explode: boolean, query: string) => {
    const operation: OperationSpec = {
      ...base,
      parameters: [{ name: 'p', in: 'query', required: false, style, explode, schema: of }],
    };
    return readParameters(set, operation, new Request(`http://localhost/?${query}`), new Map());
  };
  fc.assert(
    fc.property(schema, fc.constantFrom(...styles), fc.boolean(), text, (of, style, explode, query) => {
      const { values, faults } = read(of, style, explode, query);
      expect(faults.length === 0 || !('p' in values.query)).toBe(true);
    }),
    { numRuns: 500 },
  );
  const { values } = read({ type: 'object' }, 'deepObject', true, 'p[nope]=x&p[more]=1&p[more]=2');
  expect(values.query).toEqual({ p: { nope: 'x', more: ['1', '2'] } });
});

it('no form text against any schema is more than a body, a fault or a refusal', async () => {
  const read = (of: JsonSchema, body: string) => {
    const type = 'application/x-www-form-urlencoded';
    const request = new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } });
    return readBody(set, { required: true, content: [{ type, schema: of }] }, request, { maxBytes: 1000 });
  };
  await fc.assert(
    fc.asyncProperty(schema, text, async (of, body) => {
      try {
        expect(await read(of, body)).toMatchObject({ contentType: 'application/x-www-form-urlencoded' });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }),
    { numRuns: 500 },
  );
  expect(await read({ properties: { n: { type: 'integer' } } }, 'n=1&zzz=1')).toMatchObject({
    body: { n: 1, zzz: '1' },
    faults: [],
  });
});
