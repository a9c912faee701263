import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const root = join(import.meta.dirname, '../..');
let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'own-contracts-'));
  cpSync(join(root, 'contracts'), join(cwd, 'contracts'), { recursive: true });
  cpSync(join(root, 'ai2text-contracts.config.json'), join(cwd, 'ai2text-contracts.config.json'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function edit(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(cwd, path), 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(join(cwd, path), edited);
}

test('the contracts break no promise of their releases', async () => {
  const { exitCode, out } = await runCli(['diff', '--format', 'github'], { cwd });
  expect([exitCode, out.match(/^::error.*/gm)]).toEqual([0, null]);
});

test('a break in a shared schema is blocked in the contract that uses it', async () => {
  edit('contracts/shared/search.yaml', /(\n {2}SearchRequest:.*?\n {4}required:\n)/s, '$1      - rerank\n');
  const { exitCode, out } = await runCli(['diff'], { cwd });
  expect(exitCode).toBe(1);
  expect(out).toMatch(/^breaking request-(?:required-property-added|property-became-required) {2}POST \/v1\/search$/m);
});

test('an operation that is removed without a sunset is blocked', async () => {
  edit('contracts/search/openapi.yaml', '/v1/segments/{segmentId}/similar:', '/v1/segments/{segmentId}/alike:');
  const { exitCode, out } = await runCli(['diff', 'contracts/search'], { cwd });
  expect(exitCode).toBe(1);
  expect(out).toContain('breaking operation-removed  GET /v1/segments/{segmentId}/similar');
});

test('continuous integration runs diff', () => {
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^npx ai2text-contracts diff$/m);
});
