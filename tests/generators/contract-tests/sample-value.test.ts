import { expect, it } from 'vitest';
import { contractTests } from '../../../generators/contract-tests/target.ts';
import { generateInto, moduleUrl, readText } from '../hono-server/generate.ts';

/** The bodies that are made up for schemas, each checked by the generated runtime; undefined where none was found. */
async function samplesOf(
  schemas: Readonly<Record<string, object>>,
): Promise<{ samples: unknown[]; diagnostics: string[] }> {
  const paths = Object.keys(schemas).map((name) => [
    `/${name}`,
    {
      post: {
        operationId: name,
        requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } },
        responses: { '200': { description: 'Fine.' } },
      },
    },
  ]);
  const document = {
    openapi: '3.1.1',
    info: { title: 'T', version: '1' },
    paths: Object.fromEntries(paths),
    components: { schemas },
  };
  const written = generateInto(contractTests, readText(JSON.stringify(document)));
  const { contract } = await import(/* @vite-ignore */ moduleUrl(written, 'contract-cases.ts'));
  const samples = Object.keys(schemas).map((name) => contract.operations[name].bodies[0]?.value);
  written.remove();
  return { samples, diagnostics: written.diagnostics.map(({ rule, location }) => `${rule} ${location.pointer}`) };
}

it('values are made up that the schema accepts', async () => {
  const { samples } = await samplesOf({
    example: { type: 'string', examples: ['given'] },
    list: { enum: [null, 'one', 'two'] },
    text: { type: 'string', minLength: 12 },
    short: { type: 'string', maxLength: 2 },
    day: { type: 'string', format: 'date' },
    inherited: { type: 'string', format: 'constructor' },
    digits: { type: 'string', pattern: '^[0-9]{4}$', minLength: 4 },
    number: { type: 'number', exclusiveMinimum: 10, multipleOf: 2.5 },
    distinct: { type: 'array', minItems: 2, uniqueItems: true, items: { type: 'string' } },
    object: { type: 'object', required: ['a', 'x'], properties: { a: { type: 'integer' }, b: { type: 'integer' } } },
    readOnly: {
      type: 'object',
      required: ['id', 'a'],
      properties: { id: { type: 'integer', readOnly: true }, a: { const: 1 } },
    },
    merged: {
      allOf: [
        { type: 'object', required: ['a'], properties: { a: { const: 1 } } },
        { type: 'object', required: ['b'], properties: { b: { const: 2 } } },
      ],
    },
    union: { oneOf: [{ type: 'integer', minimum: 5 }, { type: 'string' }] },
    recursive: {
      type: 'object',
      required: ['next'],
      properties: { next: { oneOf: [{ $ref: '#/components/schemas/recursive' }, { type: 'null' }] } },
    },
  });
  expect(samples).toEqual([
    'given',
    'one',
    'samplesample',
    'sa',
    '2026-01-15',
    'sample',
    '1111',
    12.5,
    ['sample', 'a'],
    { a: 1, x: 'sample' },
    { a: 1 },
    { a: 1, b: 2 },
    5,
    { next: null },
  ]);
});

it('where none can be made up, a finding asks for an example', async () => {
  const { samples, diagnostics } = await samplesOf({ odd: { type: 'string', pattern: '^(xq){3}$' } });
  expect([samples, diagnostics]).toEqual([
    [undefined],
    ['unsupported-sample /paths/~1odd/post/requestBody/content/application~1json'],
  ]);
});
