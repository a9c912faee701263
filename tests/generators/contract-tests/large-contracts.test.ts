import { describe, expect, it } from 'vitest';
import { contractTests } from '../../../generators/contract-tests/target.ts';
import { readText } from '../hono-server/generate.ts';

type Definition = (next: object, isLast: boolean) => object;

/** Findings and time for a contract in which each schema leads to the next. */
function generateChain(length: number, definition: Definition, operations = 1): { findings: string[]; ms: number } {
  const schemas = Array.from({ length }, (_, i): [string, object] => [
    `M${i}`,
    definition({ $ref: `#/components/schemas/M${i + 1}` }, i === length - 1),
  ]);
  const schema = { $ref: '#/components/schemas/M0' };
  const paths = Array.from({ length: operations }, (_, i): [string, object] => [
    `/p${i}/{id}`,
    {
      post: {
        operationId: `op${i}`,
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
          { name: 'q', in: 'query', schema: { type: 'string', maxLength: 10 } },
        ],
        requestBody: {
          content: { 'application/json': { schema: { $ref: `#/components/schemas/M${i % length}` } } },
        },
        responses: { '200': { description: 'Fine.', content: { 'application/json': { schema } } } },
      },
    },
  ]);
  const contract = readText(
    JSON.stringify({
      openapi: '3.1.1',
      info: { title: 'T', version: '1' },
      paths: Object.fromEntries(paths),
      components: { schemas: Object.fromEntries(schemas) },
    }),
  );
  const start = performance.now();
  const { files, diagnostics } = contractTests.generate(contract, { importExtension: '.ts' });
  expect(files.length).toBeGreaterThan(0);
  return { findings: diagnostics.map(({ rule }) => rule), ms: performance.now() - start };
}

const members: Definition = (next, isLast) => ({
  type: 'object',
  required: ['a', 'b'],
  properties: isLast ? { a: { type: 'integer' }, b: { type: 'integer' } } : { a: next, b: next },
});

describe('samples take linear time', () => {
  const cases: ReadonlyArray<readonly [name: string, length: number, definition: Definition, findings: string[]]> = [
    ['twice in each object', 25, members, ['unsupported-sample']],
    ['twice in each object, but not too large', 8, members, []],
    [
      'twice in each list',
      25,
      (next, isLast) => ({ type: 'array', minItems: 2, items: isLast ? { type: 'integer' } : next }),
      ['unsupported-sample'],
    ],
    [
      'twice in each list of distinct items',
      25,
      (next, isLast) => ({ type: 'array', minItems: 2, uniqueItems: true, items: isLast ? { type: 'integer' } : next }),
      ['unsupported-sample'],
    ],
    [
      'twice in each combination',
      25,
      (next, isLast) => (isLast ? { type: 'object', required: ['a'] } : { allOf: [next, next], description: 'Both.' }),
      ['unsupported-sample'],
    ],
    [
      'twice in each choice',
      25,
      (next, isLast) => (isLast ? { type: 'integer' } : { anyOf: [next, next], description: 'Either.' }),
      ['unsupported-sample'],
    ],
    ['optional, for long', 2500, (next, isLast) => ({ type: 'object', properties: isLast ? {} : { next } }), []],
    [
      'required, for long',
      2500,
      (next, isLast) => ({ type: 'object', required: isLast ? [] : ['next'], properties: isLast ? {} : { next } }),
      ['unsupported-sample'],
    ],
    [
      'by another name, for ever',
      3,
      () => ({ allOf: [{ $ref: '#/components/schemas/M0' }], minProperties: 1 }),
      ['unsupported-sample'],
    ],
  ];
  it.each(cases)('%s', (_, length, definition, expected) => {
    const { findings, ms } = generateChain(length, definition);
    expect(findings.filter((rule) => rule === 'unsupported-sample')).toEqual(expected);
    expect(ms).toBeLessThan(5000);
  });

  it('with 5,000 operations', { timeout: 60_000 }, () => {
    const { ms } = generateChain(
      2500,
      (next, isLast) => ({ type: 'object', properties: isLast ? {} : { next } }),
      5000,
    );
    expect(ms).toBeLessThan(30_000);
  });
});
