import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, compareContracts, type Profile, profiles } from '../../core/compat/index.ts';
import { detectDialect } from '../../core/contract/dialect.ts';
import type { Contract } from '../../core/contract/model.ts';
import { readContract } from '../../core/contract/read.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { type Contracts, countWitnesses, noWitnesses, type WitnessCount } from './count-witnesses.ts';

/** A pair of documents with the verdict of the suite that it comes from. */
export interface DiffCase {
  readonly name: string;
  readonly suite: string;
  readonly base: string;
  readonly revision: string;
  readonly verdict: 'breaking' | 'warn' | 'compatible' | 'none' | 'unknown';
  readonly consensus?: boolean;
  /** The verdict is that of a profile, which may be named. */
  readonly policyDependent?: boolean | string;
  readonly timeDependent?: boolean;
}

export interface Judged extends DiffCase {
  readonly ours: 'breaking' | 'warn' | 'compatible' | 'none' | 'undecided';
  /** Whether our verdict says the opposite of the suite's, or nothing. */
  readonly disagrees: boolean;
  readonly changes: readonly Change[];
  readonly witnesses: WitnessCount;
  /** Why nothing was compared. */
  readonly failure: string | undefined;
  readonly crashed: boolean;
  readonly ms: number;
}

export function readCases(folder: string): readonly DiffCase[] {
  return readFileSync(join(folder, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): DiffCase => JSON.parse(line));
}

export function judgeCase(folder: string, one: DiffCase): Judged {
  const start = performance.now();
  let contracts: Contracts | undefined;
  const judged = (ours: Judged['ours'], changes: readonly Change[], failure?: string, crashed = false): Judged => ({
    ...one,
    ours,
    disagrees: one.verdict !== 'unknown' && (one.verdict === 'breaking') !== (ours === 'breaking'),
    changes,
    witnesses: contracts === undefined ? noWitnesses : countWitnesses(changes, contracts),
    failure,
    crashed,
    ms: performance.now() - start,
  });
  try {
    const [before, after] = [load(folder, one.base), load(folder, one.revision)];
    if (typeof before === 'string') return judged('undecided', [], before);
    if (typeof after === 'string') return judged('undecided', [], after);
    contracts = { before, after };
    const changes = compareContracts(before, after, { profile: profileOf(one), eventMode: 'ACTION' });
    return judged(verdictOf(changes), changes);
  } catch (error) {
    return judged('undecided', [], error instanceof Error ? (error.stack ?? error.message) : String(error), true);
  }
}

/** What a case calls breaking by policy is so under the strictest, what it calls compatible under the default. */
function profileOf({ policyDependent, verdict }: DiffCase): Profile {
  if (policyDependent === undefined || policyDependent === false) return 'standard';
  return profiles.find((profile) => profile === policyDependent) ?? (verdict === 'breaking' ? 'strict' : 'standard');
}

function load(folder: string, path: string): Contract | string {
  const workspace = new Workspace({ files: projectFiles(folder) });
  const root = workspace.open(path);
  if ('refusal' in root) return root.refusal;
  const dialect = detectDialect(root);
  return 'rule' in dialect ? dialect.message : readContract(root, dialect, workspace).contract;
}

function verdictOf(changes: readonly Change[]): Judged['ours'] {
  if (changes.some(({ verdict }) => verdict === 'breaking')) return 'breaking';
  if (changes.some(({ undecided }) => undecided !== undefined)) return 'undecided';
  if (changes.some(({ verdict }) => verdict === 'warning')) return 'warn';
  return changes.length > 0 ? 'compatible' : 'none';
}
