import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { digestOf, withSum } from '../../core/releases/sums.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { type ValidateOptions, validate } from '../../core/validate.ts';

const text = 'openapi: 3.1.1\ninfo: {title: Library, version: 1.0.0}\npaths:\n  /bookShelves: {}\n';
const working = 'a/openapi.yaml';
const frozen = 'a/releases/1.0.0.yaml';

async function check(files: Readonly<Record<string, string>>, options?: ValidateOptions): Promise<unknown> {
  const read = (path: string) => {
    const found = files[path];
    return found === undefined ? { refusal: 'does not exist' } : { text: found };
  };
  const workspace = new Workspace({ files: { read } });
  const settings = { rulesets: ['spec', 'ai2text'] as const, rules: new Map(), overrides: [] };
  const { diagnostics, unchanged } = await validate(workspace, [working, frozen], settings, options);
  return { found: diagnostics.map(({ rule, location }) => `${location.source.path} ${rule}`), unchanged };
}

const ofWorking = [`${working} info-complete`, `${working} path-case`];

test('a frozen release is held to the specification, not to the conventions of today', async () => {
  expect(await check({ [working]: text, [frozen]: text })).toEqual({ found: ofWorking, unchanged: [] });
});

test('a release that still has the digest it was frozen with is not checked again, unless that is asked for', async () => {
  const wrong = 'openapi: 3.1.1\ninfo: {title: 1, version: 1.0.0}\n';
  const sums = withSum(undefined, '1.0.0.yaml', wrong);
  const files = { [working]: text, [frozen]: wrong, 'a/releases/SHA256SUMS': sums };
  expect(await check(files, { trustSums: true })).toEqual({ found: ofWorking, unchanged: [frozen] });
  expect(await check({ ...files, [frozen]: wrong.replaceAll('\n', '\r\n') }, { trustSums: true })).toEqual({
    found: ofWorking,
    unchanged: [frozen],
  });
  expect(await check(files)).toEqual({
    found: [...ofWorking, `${frozen} structure-required`, `${frozen} structure-type`],
    unchanged: [],
  });
});

test('a release that was edited after it was frozen is a finding, and is checked', async () => {
  const files = { [working]: text, [frozen]: text, 'a/releases/SHA256SUMS': withSum(undefined, '1.0.0.yaml', 'other') };
  const found = [...ofWorking, `${frozen} release-frozen`];
  expect(await check(files, { trustSums: true })).toEqual({ found, unchanged: [] });
});

test('a sum is added in the order of the names, and what sha256sum cannot read promises nothing', () => {
  const first = withSum(undefined, '1.1.0.yaml', 'b');
  const both = withSum(`# by hand\n${first}`, '1.0.0.yaml', 'a');
  expect(both).toBe(`${digestOf('a')}  1.0.0.yaml\n${digestOf('b')}  1.1.0.yaml\n`);
});

test('every frozen release of this project is valid as a whole, and is what was frozen', async () => {
  const root = new URL('../..', import.meta.url).pathname;
  const paths = globSync('contracts/*/releases/*.yaml', { cwd: root }).sort();
  const inFull = await validate(new Workspace({ files: projectFiles(root) }), paths);
  expect(inFull.diagnostics).toEqual([]);
  const { unchanged } = await validate(new Workspace({ files: projectFiles(root) }), paths, undefined, {
    trustSums: true,
  });
  expect(unchanged).toEqual(paths);
});
