import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadOwnTarget } from '../../../generators/index.ts';
import { isSafePath } from '../../../generators/output/paths.ts';
import { defaultTargetOptions } from '../../../generators/target.ts';
import { contractFrom } from '../support/contract.ts';
import { hostileDocuments, nameOf } from './hostile-documents.ts';

/** What Python's own parser finds in each text; nothing runs. */
function faultsIn(texts: readonly string[]): readonly (string | null)[] {
  const { stdout, stderr } = spawnSync('python3', [join(import.meta.dirname, 'check.py')], {
    ...{ input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 2 ** 28 },
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']).status === 0;

test.skipIf(!hasPython).each(['python-client', 'fastapi-server'])(
  'what %s makes of a hostile document parses as Python, and none of its texts is called',
  async (id) => {
    const target = await loadOwnTarget(id);
    if (target === undefined) throw new Error(`There is no target ${id}`);
    const hostile = hostileDocuments('openapi').filter((_, i) => i % 3 === 0);
    expect(hostile.length).toBeGreaterThan(300);
    // One text in another place leaves most files as they were.
    const firstWith = new Map<string, unknown>();
    const strayed: unknown[] = [];
    for (const one of hostile) {
      const { files } = target.generate(contractFrom(JSON.stringify(one.document)), defaultTargetOptions);
      for (const { path, text } of files) {
        if (!isSafePath(path)) strayed.push({ ...nameOf(one), path });
        if (!path.endsWith('.py') || path.startsWith('runtime/') || firstWith.has(text)) continue;
        firstWith.set(text, { ...nameOf(one), path });
      }
    }
    expect(strayed).toEqual([]);
    const faults = faultsIn([...firstWith.keys()]);
    expect(
      [...firstWith.values()].flatMap((what, i) => (faults[i] === null ? [] : [{ what, fault: faults[i] }])),
    ).toEqual([]);
  },
  120_000,
);

test.skipIf(!hasPython)('the check notices what does not parse, and a call in a string that is none', () => {
  expect(faultsIn(['a = "canary()"', 'a = "', 'a = f"{canary()}"', '"""text\n"""\ncanary()'])).toEqual([
    ...[null, 'does not parse: unterminated string literal (detected at line 1) (<unknown>, line 1)'],
    ...['calls the canary on line 1', 'calls the canary on line 3'],
  ]);
});
