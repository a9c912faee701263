import { beforeAll, describe, expect, test } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import type { Target } from '../../../generators/target.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { compileAll, type Unit } from '../random/compile-all.ts';
import { contractFrom } from '../support/contract.ts';
import { type Cause, documentOf } from './cause.ts';
import { names } from './names.ts';
import { operations } from './operations.ts';
import { schemas } from './schemas.ts';

const causes = [...names, ...schemas, ...operations];

const units = causes.flatMap((cause): Unit[] => [
  unitOf(cause, typescriptClient, cause.client),
  unitOf(cause, honoServer, cause.server ?? 'export {};'),
]);
let complaints: readonly string[];

function unitOf(cause: Cause, target: Target, use: string): Unit {
  const { files } = target.generate(contractFrom(documentOf(cause)), { importExtension: '.js' });
  return { target: target.id, files: [...files, { path: 'use.ts', text: use }] };
}

describe('generated code compiles, and so do programs on it', () => {
  // One program for all: the compiler takes longer to start than to check.
  beforeAll(() => {
    complaints = compileAll(units);
  }, 120_000);

  test.each(causes.map((cause, i) => ({ claim: cause.claim, i })))('$claim', ({ i }) => {
    const own = [`u${2 * i}/`, `u${2 * i + 1}/`];
    expect(complaints.filter((line) => own.some((start) => line.startsWith(start)))).toEqual([]);
  });

  test('and nothing else is said', () => {
    expect(complaints).toEqual([]);
  });
});
