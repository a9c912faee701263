import { expect, test } from 'vitest';
import type { Json } from '../../../core/source/json.ts';
import { loadTarget } from '../../../generators/index.ts';
import { isSafePath } from '../../../generators/output/paths.ts';
import { defaultTargetOptions } from '../../../generators/target.ts';
import { contractFrom } from '../support/contract.ts';
import { hostileDocuments, nameOf } from './hostile-documents.ts';
import { runInSandbox } from './sandbox.ts';

/**
 * Every target that prints TypeScript: our own, and those that other people's emitters print from a prepared document. Most get
 * some of the OpenAPI documents; `npm run conformance:injection` gives each of them all.
 */
const cases = [
  { target: 'typescript-client', name: 'openapi', step: 2 },
  { target: 'hono-server', name: 'openapi', step: 2 },
  { target: 'contract-tests', name: 'openapi', step: 3 },
  { target: 'openapi-typescript', name: 'openapi', step: 3 },
  { target: 'oazapfts', name: 'openapi', step: 3 },
  { target: 'typescript-client', name: 'asyncapi', step: 1 },
  { target: 'events', name: 'asyncapi', step: 1 },
  { target: 'websocket-server', name: 'asyncapi', step: 1 },
  { target: 'contract-tests', name: 'asyncapi', step: 1 },
] as const;

test.each(cases)(
  'what $target makes of a hostile $name document parses, and none of its texts runs',
  async ({ target: id, name, step }) => {
    const target = await loadTarget(id);
    if (target === undefined) throw new Error(`There is no target ${id}`);
    const filesOf = async (document: Json) =>
      (await target.generate(contractFrom(JSON.stringify(document)), defaultTargetOptions)).files;
    const hostile = hostileDocuments(name).filter((_, i) => i % step === 0);
    expect(hostile.length).toBeGreaterThan(300);
    const failures: unknown[] = [];
    for (const one of hostile) {
      const files = await filesOf(one.document);
      const report = runInSandbox(files);
      const strayed = files.filter(({ path }) => !isSafePath(path));
      const silent = report.syntaxError === undefined && report.runtimeError === undefined && !report.alarmed;
      if (!silent || strayed.length > 0) failures.push({ ...nameOf(one), ...report, strayed });
    }
    expect(failures).toEqual([]);
  },
  180_000,
);

test('the sandbox notices a text that runs, one that marks every object, and one that does not parse', () => {
  const run = (text: string) => runInSandbox([{ path: 'a.ts', text }]);
  expect(run("export const a = 'canary()';")).toEqual({
    ...{ syntaxError: undefined, runtimeError: undefined, alarmed: false },
  });
  expect(run('export const a = canary();').alarmed).toBe(true);
  expect(run('export function a(input: object) { return String(canary); }').alarmed).toBe(true);
  expect(run('export class A { static b() { return canary(); } }').alarmed).toBe(true);
  expect(run('export class A { b = { c: async () => { await null; canary(); } } }').alarmed).toBe(true);
  expect(run('(Object.prototype as any).polluted = 1;').alarmed).toBe(true);
  expect(run("export const a = 'canary();").syntaxError).toMatch('Unterminated string');
  expect(run('export const a = missing();').runtimeError).toMatch('missing is not defined');
});
