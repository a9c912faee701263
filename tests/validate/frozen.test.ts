import { expect, test } from 'vitest';
import { Workspace } from '../../core/source/workspace.ts';
import { validate } from '../../core/validate.ts';

const text = 'openapi: 3.1.1\ninfo: {title: Library, version: 1.0.0}\npaths:\n  /bookShelves: {}';

test('a frozen release is held to the specification, not to the conventions of today', async () => {
  const workspace = new Workspace({ files: { read: () => ({ text }) } });
  const settings = { rulesets: ['spec', 'ai2text'] as const, rules: new Map(), overrides: [] };
  const { diagnostics } = await validate(workspace, ['a/openapi.yaml', 'a/releases/1.0.0.yaml'], settings);
  expect(diagnostics.map(({ rule, location }) => `${location.source.path} ${rule}`)).toEqual([
    'a/openapi.yaml info-complete',
    'a/openapi.yaml path-case',
  ]);
});
