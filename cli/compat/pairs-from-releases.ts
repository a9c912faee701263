import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { isFrozen } from '../../core/releases/is-frozen.ts';
import { projectFiles } from '../../core/source/files.ts';
import type { Inputs } from '../inputs.ts';
import { releasesAmong, releasesOf } from './releases.ts';
import type { Pair } from './sides.ts';

/** Each contract against its newest frozen release; event contracts against all of them where `transitive` says so. */
export function pairsFromReleases({ root, paths }: Inputs, transitive: boolean): readonly Pair[] {
  const origin = { files: projectFiles(root), revision: undefined };
  const contracts = paths.filter((path) => !isFrozen(path));
  const pairs = contracts.flatMap((path): Pair[] => {
    const after = { origin, path };
    const releases = releasesOf(root, path);
    const all = transitive && isEventContract(join(root, path));
    const wanted = all ? releases : releases.slice(-1);
    if (wanted.length === 0) return [{ contract: path, before: undefined, after, release: 'newest' }];
    return wanted.map((release) => ({
      contract: path,
      before: { origin, path: release.path },
      after,
      release: release === releases.at(-1) ? 'newest' : 'older',
    }));
  });
  return [
    ...pairs,
    ...orphans(paths, contracts).map(
      (path): Pair => ({
        contract: dirname(dirname(path)),
        before: { origin, path },
        after: undefined,
        release: 'newest',
      }),
    ),
  ];
}

/** The newest release of each folder that has frozen releases and no contract any more. */
function orphans(paths: readonly string[], contracts: readonly string[]): readonly string[] {
  const folders = new Set(contracts.map((path) => dirname(path)));
  const newest = new Map<string, string>();
  for (const { path } of releasesAmong(paths)) newest.set(dirname(dirname(path)), path);
  return [...newest].filter(([folder]) => !folders.has(folder)).map(([, path]) => path);
}

function isEventContract(file: string): boolean {
  return /^\s*(?:\{\s*)?["']?asyncapi["']?\s*:/m.test(readFileSync(file, 'utf8'));
}
