import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { compileAll, type Unit } from '../random/compile-all.ts';
import { asyncApiDocument, openApiDocument } from '../random/contracts.ts';
import { schemaOf } from '../random/schemas.ts';
import { contractFrom } from '../support/contract.ts';
import { everyOption } from './clinic.ts';

const seed = 20_261_121;
const names = ['A', 'B', 'C', 'UserId'];

/** Any schemas at all, and a response of each: where they contradict each other is decided by chance. */
const anySchemas = fc
  .tuple(...names.map(() => schemaOf(names.map((name) => `#/components/schemas/${name}`))))
  .map((schemas) => {
    const responseOf = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
    return {
      openapi: '3.2.0',
      info: { title: 'Any', version: '1.0.0' },
      paths: Object.fromEntries(
        names.map((name) => [
          `/${name}`,
          { get: { responses: { 200: { description: '', content: responseOf(name) } } } },
        ]),
      ),
      components: { schemas: Object.fromEntries(names.map((name, i) => [name, schemas[i]])) },
    };
  });

/** Two in three texts become dates, two in three numbers big integers. */
function withValues(document: unknown): string {
  let count = 0;
  return JSON.stringify(document, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('type' in value) || 'format' in value) return value;
    const format = value.type === 'string' ? 'date-time' : 'int64';
    return typeof value.type === 'string' && count++ % 3 > 0 ? { ...value, format } : value;
  });
}

test('clients with every option compile, whatever the document', { timeout: 180_000 }, () => {
  const documents = [
    ...fc.sample(openApiDocument, { numRuns: 8, seed }),
    ...fc.sample(asyncApiDocument, { numRuns: 4, seed }),
    ...fc.sample(anySchemas, { numRuns: 30, seed }),
  ];
  const units = documents.map((document): Unit => {
    const contract = contractFrom(withValues(document));
    const { files } = typescriptClient.generate(contract, { importExtension: '.js', settings: everyOption });
    // Clients with and without such values have different runtimes.
    const target = files.some(({ path }) => path === 'runtime/dates.ts') ? 'converting' : 'plain';
    return { target, files };
  });
  expect(units.filter(({ target }) => target === 'converting').length).toBeGreaterThan(15);
  expect(compileAll(units)).toEqual([]);
});
