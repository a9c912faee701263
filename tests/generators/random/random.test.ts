import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { compileAll, type Unit } from './compile-all.ts';
import { asyncApiDocument, openApiDocument } from './contracts.ts';

/** One program for all: the compiler takes longer to start than to check a document. */
const seed = 20_261_121;
const documents = [
  ...fc.sample(openApiDocument, { numRuns: 24, seed }),
  ...fc.sample(asyncApiDocument, { numRuns: 12, seed }),
];

test('code from random documents compiles, however strange their names and schemas are', { timeout: 120_000 }, () => {
  const units = documents.flatMap((document): Unit[] => {
    const contract = contractFrom(JSON.stringify(document));
    return [typescriptClient, honoServer]
      .filter((target) => target.accepts.includes(contract.kind))
      .map((target) => ({ target: target.id, files: target.generate(contract, { importExtension: '.js' }).files }));
  });
  expect(units).toHaveLength(60);
  expect(compileAll(units)).toEqual([]);
});
