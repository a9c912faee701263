import { expect, test } from 'vitest';
import { projectFiles } from '../../core/source/files.ts';
import { hosts, projectRoot } from './hosts.ts';
import { checkPlanted } from './planting/check-planted.ts';

test('each of 200 planted faults is found at its exact line and column', async () => {
  const paths = hosts()
    .map(({ path }) => path)
    .filter((path) => path.startsWith('contracts/'));
  const { planted, missed } = await checkPlanted(projectFiles(projectRoot), paths, { count: 200, seed: 11 });
  expect(missed).toEqual([]);
  expect(Object.keys(planted).sort()).toEqual([
    'break-reference',
    'number-for-text',
    'remove-required',
    'rename-key',
    'repeat-operation-id',
    'unknown-place',
    'unknown-type',
  ]);
}, 120_000);
