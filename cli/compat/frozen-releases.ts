import { join } from 'node:path/posix';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { Lines } from '../../core/diagnostics/lines.ts';
import type { Location } from '../../core/diagnostics/location.ts';
import { changedRelease, heldToSum } from '../../core/releases/held-to-sum.ts';
import { frozenVersion } from '../../core/releases/is-frozen.ts';
import { printVersion } from '../../core/releases/semantic-version.ts';
import { readSums, sumsName } from '../../core/releases/sums.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import type { Inputs } from '../inputs.ts';
import { contractFolder, releasesIn } from './releases.ts';

/**
 * Holds the frozen releases of contracts against what was promised: each is there, and is what it was. The `unfinished`
 * one is about to be written.
 */
export function checkFrozen({ root, paths }: Inputs, unfinished?: string): readonly Diagnostic[] {
  const workspace = new Workspace({ files: projectFiles(root) });
  return [...new Set(paths.map(contractFolder))].flatMap((folder) => [
    ...releasesIn(root, folder).flatMap(({ path }) =>
      heldToSum(workspace, path) === 'changed' ? changedRelease(workspace, path) : [],
    ),
    ...missingIn(join(folder, 'releases'), workspace, unfinished),
  ]);
}

/** Releases that have a digest and no file: removed, or never finished. */
function missingIn(folder: string, workspace: Workspace, unfinished: string | undefined): Diagnostic[] {
  const path = join(folder, sumsName);
  const sums = workspace.text(path);
  if (sums === undefined) return [];
  return [...readSums(sums).keys()].flatMap((name): Diagnostic[] => {
    const release = join(folder, name);
    const version = frozenVersion(release);
    if (version === undefined || printVersion(version) === unfinished || workspace.text(release) !== undefined)
      return [];
    const message = `The frozen release ${name} has a digest here and is not there. Restore it, or run "release" again if that was interrupted.`;
    return [{ rule: 'release-frozen', severity: 'error', message, location: placeOf(name, path, sums) }];
  });
}

function placeOf(name: string, path: string, text: string): Location {
  const lines = new Lines(text);
  const offset = text.indexOf(name);
  const range = { start: lines.position(offset), end: lines.position(offset + name.length) };
  return { source: { path, text }, pointer: '', range };
}
