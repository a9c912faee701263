import { expect, test } from 'vitest';
import { checkDeprecationWindow } from '../../../core/compat/release/deprecation-window.ts';
import type { Contract } from '../../../core/contract/model.ts';
import { loadContract } from '../../../core/load-contract.ts';
import { Workspace } from '../../../core/source/workspace.ts';

async function contract(operation: string): Promise<Contract> {
  const workspace = new Workspace({ files: { read: (path) => ({ refusal: `points to ${path}` }) } });
  workspace.add(
    'openapi.yaml',
    `openapi: 3.1.1
info: { title: Shop, version: 1.0.0 }
paths:
  /a:
    get: { ${operation} responses: { '200': { description: Fine. } } }
`,
  );
  const loaded = await loadContract(workspace, 'openapi.yaml');
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  return loaded.contract;
}

async function found(before: string | undefined, after: string): Promise<readonly string[]> {
  const now = new Date('2026-11-21T09:30:00Z');
  const old = before === undefined ? undefined : await contract(before);
  return checkDeprecationWindow(old, await contract(after), now).map(({ message }) => message);
}

const remedy = `Write x-sunset: '2027-02-19' or later beside "deprecated".`;

test.each([
  ['nothing is deprecated', '', '', []],
  ['the first day that is far enough', '', "deprecated: true, x-sunset: '2027-02-19',", []],
  [
    'one day too early',
    '',
    "deprecated: true, x-sunset: '2027-02-18',",
    [`GET /a is deprecated and goes on 2027-02-18, less than 90 days after this release. ${remedy}`],
  ],
  ['no sunset', '', 'deprecated: true,', [`GET /a is deprecated and has no sunset. ${remedy}`]],
  [
    'a first release that is deprecated',
    undefined,
    'deprecated: true,',
    [`GET /a is deprecated and has no sunset. ${remedy}`],
  ],
  [
    'announced by an earlier release, so its window has begun',
    "deprecated: true, x-sunset: '2026-12-01',",
    "deprecated: true, x-sunset: '2026-12-01',",
    [],
  ],
  ['deprecated before without a sunset, and still', 'deprecated: true,', 'deprecated: true,', []],
  [
    'a sunset that comes after the deprecation is announced only now',
    'deprecated: true,',
    "deprecated: true, x-sunset: '2026-12-01',",
    [`GET /a is deprecated and goes on 2026-12-01, less than 90 days after this release. ${remedy}`],
  ],
])('%s', async (_, before, after, messages) => {
  expect(await found(before, after)).toEqual(messages);
});
