import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Workspace } from '../source/workspace.ts';
import { isFrozen } from './is-frozen.ts';
import { digestOf, readSums, sumsName } from './sums.ts';

/**
 * `unchanged`: the frozen release is, to the letter, what was checked when it was frozen. `unknown`: nobody has kept its
 * digest, or it is no release at all.
 */
export type Held = 'unchanged' | 'changed' | 'unknown';

/** Holds the release at `path` against the digest that `release` kept of it. */
export function heldToSum(workspace: Workspace, path: string): Held {
  if (!isFrozen(path)) return 'unknown';
  const sums = workspace.text(posix.join(posix.dirname(path), sumsName));
  const digest = sums === undefined ? undefined : readSums(sums).get(posix.basename(path));
  const text = digest === undefined ? undefined : workspace.text(path);
  if (digest === undefined || text === undefined) return 'unknown';
  return digestOf(text) === digest ? 'unchanged' : 'changed';
}

export function changedRelease(workspace: Workspace, path: string): Diagnostic[] {
  const root = workspace.open(path);
  if ('refusal' in root) return [];
  const message = `This frozen release was edited: its digest is not the one in ${sumsName}. Restore it; a mistake in it is put right by the next release.`;
  return [{ rule: 'release-frozen', severity: 'error', message, location: root.source.at('') }];
}
