import { resolve } from 'node:path';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { isFrozen } from '../../core/releases/is-frozen.ts';
import type { Config } from '../config/config.ts';
import { findInputs } from '../inputs.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkFrozen } from './frozen-releases.ts';
import { pairsFromFiles } from './pairs-from-files.ts';
import { pairsFromGit } from './pairs-from-git.ts';
import { pairsFromReleases } from './pairs-from-releases.ts';
import { readRange } from './read-range.ts';
import type { Pair } from './sides.ts';

export interface Wanted {
  /** The words on the command line. */
  readonly what: readonly string[];
  /** A git revision to compare with. */
  readonly base: string | undefined;
  readonly transitive: boolean;
}

export interface FoundPairs {
  readonly pairs: readonly Pair[];
  /** What is wrong with the files themselves. */
  readonly findings: readonly Diagnostic[];
  /** What the older sides are. Changes are accepted for frozen releases; all of them is every contract there is. */
  readonly against: 'all-releases' | 'releases' | 'other';
}

/** What the command line asks to compare. */
export async function findPairs(wanted: Wanted, config: Config, world: Surroundings): Promise<FoundPairs> {
  const { what, base, transitive } = wanted;
  const { cwd, readInput } = world;
  const { root } = config;
  const [first = ''] = what;
  const range = base === undefined ? readRange(first, { cwd, root }) : { before: base, after: undefined };
  if (range !== undefined) {
    const named = base === undefined ? what.slice(1) : what;
    if (named.includes('-')) throw new UsageError('Standard input cannot be compared with a revision. Name a file.');
    const paths = named.length > 0 ? named.map((path) => resolve(cwd, path)) : configured(config);
    return { ...pairsFromGit({ ...range, paths, projectRoot: root }), against: 'other' };
  }
  const [, second] = what;
  if (what.length > 2)
    throw new UsageError(
      'Name two files or folders to compare, or one to hold against its newest frozen release, or a revision with --base.',
    );
  if (second !== undefined) {
    const pairs = await pairsFromFiles({ before: first, after: second, cwd, projectRoot: root, readInput });
    return { pairs, findings: [], against: 'other' };
  }
  if (first === '-') throw new UsageError('Name the file that standard input is to be compared with: diff old.yaml -');
  if (isFrozen(first))
    throw new UsageError(`${first} is a frozen release. Name two files to compare, or the contract itself.`);
  const named = what.length > 0;
  const inputs = findInputs(named ? what : config.contracts, named ? cwd : root, root);
  const pairs = pairsFromReleases(inputs, transitive);
  return { pairs, findings: checkFrozen(inputs), against: named ? 'releases' : 'all-releases' };
}

function configured({ contracts, root }: Config): readonly string[] {
  return contracts.map((path) => resolve(root, path));
}
