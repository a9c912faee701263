import { expect, test } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { defaultTargetOptions } from '../../../generators/target.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { compileAll } from '../random/compile-all.ts';
import { contractFrom } from '../support/contract.ts';
import { largeDocument } from './large-document.ts';

const targets = [typescriptClient, honoServer];

function generate(operations: number) {
  const contract = contractFrom(largeDocument(operations));
  return targets.map((target) => ({ target: target.id, files: target.generate(contract, defaultTargetOptions).files }));
}

test('a document with 5,000 operations is generated as a small one is, operation by operation', () => {
  const [small, large] = [generate(50), generate(5000)].map((units) =>
    units.map(({ files }) => files.map(({ path, text }) => [path, text.match(/Resource\d+/g)?.length ?? 0] as const)),
  );
  // Every mention of a resource is there a hundred times as often.
  expect(large).toEqual(small?.map((files) => files.map(([path, mentions]) => [path, 100 * mentions])));
}, 60_000);

test('the code of a document with 1,000 operations compiles', () => {
  expect(compileAll(generate(1000))).toEqual([]);
}, 60_000);
