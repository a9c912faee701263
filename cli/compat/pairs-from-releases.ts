import { join, sep } from 'node:path';
import { isFrozen } from '../../core/releases/is-frozen.ts';
import { projectFiles } from '../../core/source/files.ts';
import type { FileReader } from '../../core/source/workspace.ts';
import type { DiffEventMode } from '../config/config.ts';
import { contractsAt, type Inputs } from '../inputs.ts';
import { contractFolder, releasesAmong, releasesOf } from './releases.ts';
import type { Pair } from './sides.ts';

/** Each contract against its newest frozen release; event contracts against all of them where `transitive` says so. */
export function pairsFromReleases({ root, paths }: Inputs, transitive: boolean): readonly Pair[] {
  const origin = { files: projectFiles(root), revision: undefined };
  const contracts = paths.filter((path) => !isFrozen(path));
  const pairs = contracts.flatMap((path): Pair[] => {
    const after = { origin, path };
    const releases = releasesOf(root, path);
    const all = transitive && isEventContract(path, origin.files);
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
    ...orphans({ root, paths }).map(
      (path): Pair => ({
        contract: contractFolder(path),
        before: { origin, path },
        after: undefined,
        release: 'newest',
      }),
    ),
  ];
}

/** Whether a mode asks for all frozen releases, not only the newest. */
export function isTransitive(eventMode: DiffEventMode): boolean {
  return eventMode.endsWith('_TRANSITIVE');
}

/** The newest release of each folder that has frozen releases and no contract any more. */
function orphans({ root, paths }: Inputs): readonly string[] {
  const newest = new Map<string, string>();
  for (const { path } of releasesAmong(paths)) newest.set(contractFolder(path), path);
  const isAlone = (folder: string) => contractsAt(join(root, folder)).every(isFrozenFile);
  return [...newest].filter(([folder]) => isAlone(folder)).map(([, path]) => path);
}

function isFrozenFile(path: string): boolean {
  return isFrozen(path.split(sep).join('/'));
}

function isEventContract(path: string, files: FileReader): boolean {
  const answer = files.read(path);
  return 'text' in answer && /^\s*(?:\{\s*)?["']?asyncapi["']?\s*:/m.test(answer.text);
}
