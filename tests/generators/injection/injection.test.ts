import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { isObject, type Json } from '../../../core/source/json.ts';
import { loadOwnTarget } from '../../../generators/index.ts';
import { isSafePath } from '../../../generators/output/paths.ts';
import { defaultTargetOptions, type GeneratedFile } from '../../../generators/target.ts';
import { contractFrom } from '../support/contract.ts';
import { payloads } from './payloads.ts';
import { type Position, positionsOf, withText } from './positions.ts';
import { runInSandbox } from './sandbox.ts';

interface Hostile {
  readonly position: Position;
  readonly text: string;
  readonly document: Json;
}

/** Every position with a text, in turn; and every text in the positions that generators print most. */
function hostileDocuments(name: string): Hostile[] {
  const base = load(readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8')) as Json; // YAML of our own.
  if (!isObject(base)) throw new Error(`${name}.yaml is no object`);
  const positions = positionsOf(base);
  const printed = positions.filter((position) => mostPrinted.has(`${position.kind} ${position.path.join(' ')}`));
  const pairs = [
    ...positions.map((position, i) => ({ position, text: payloads[i % payloads.length] ?? '' })),
    ...printed.flatMap((position) => payloads.map((text) => ({ position, text }))),
  ];
  return pairs.map(({ position, text }) => ({ position, text, document: withText(base, position, text) }));
}

const mostPrinted = new Set([
  'value info title',
  'value paths /pets/{petId} post operationId',
  'value paths /pets/{petId} post description',
  'name paths /pets/{petId}',
  'name paths /pets/{petId} post responses 200',
  'name paths /pets/{petId} post requestBody content image/*',
  'name components schemas Cat',
  'name components schemas Cat properties name',
  'value components schemas Cat properties name default',
  'value components schemas Cat properties kind const',
  'name components securitySchemes key',
  'value channels orders address',
  'name components messages placed',
  'value components messages placed name',
]);

const cases = [
  { target: 'typescript-client', name: 'openapi' },
  { target: 'hono-server', name: 'openapi' },
  { target: 'typescript-client', name: 'asyncapi' },
  { target: 'events', name: 'asyncapi' },
];

test.each(cases)(
  'what $target makes of a hostile $name document parses, and none of its texts runs',
  async ({ target: id, name }) => {
    const target = await loadOwnTarget(id);
    if (target === undefined) throw new Error(`There is no target ${id}`);
    const filesOf = (document: Json): readonly GeneratedFile[] =>
      target.generate(contractFrom(JSON.stringify(document)), defaultTargetOptions).files;
    const hostile = hostileDocuments(name);
    expect(hostile.length).toBeGreaterThan(300);
    const failures = hostile.flatMap(({ position, text, document }) => {
      const files = filesOf(document);
      const { error, alarmed } = runInSandbox(files);
      const strayed = files.filter(({ path }) => !isSafePath(path));
      if (error === undefined && !alarmed && strayed.length === 0) return [];
      return [{ position: position.path.join('/'), kind: position.kind, text, error, alarmed, strayed }];
    });
    expect(failures).toEqual([]);
  },
  120_000,
);

test('the sandbox notices a text that runs, one that marks every object, and one that does not parse', () => {
  const run = (text: string) => runInSandbox([{ path: 'a.ts', text }]);
  expect(run("export const a = 'canary()';")).toEqual({ error: undefined, alarmed: false });
  expect(run('export const a = canary();').alarmed).toBe(true);
  expect(run('export function a(input: object) { return String(canary); }').alarmed).toBe(true);
  expect(run('(Object.prototype as any).polluted = 1;').alarmed).toBe(true);
  expect(run("export const a = 'canary();").error).toMatch('Unterminated string');
});
