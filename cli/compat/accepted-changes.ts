import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Acceptance } from '../../core/compat/report/report.ts';
import type { Location } from '../../core/diagnostics/location.ts';
import { printLocation } from '../../core/diagnostics/location.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { Node } from '../../core/source/node.ts';
import { parseSource } from '../../core/source/parse.ts';
import { isDay } from './day.ts';

/** One entry of `accepted-changes.yaml`. */
export interface AcceptedChange extends Acceptance {
  readonly fingerprint: string;
  /** The contract's path; other contracts may have a change of the same fingerprint. */
  readonly contract: string;
  readonly location: Location;
}

/** The file of accepted changes at `path`, relative to `root`; none where there is no file. A fault in it is a UsageError. */
export function readAcceptedChanges(root: string, path: string): readonly AcceptedChange[] {
  const file = join(root, path);
  return existsSync(file) ? parseAcceptedChanges(path, readFileSync(file, 'utf8')) : [];
}

export function parseAcceptedChanges(path: string, text: string): readonly AcceptedChange[] {
  const { source, diagnostics } = parseSource(path, text);
  const [problem] = diagnostics;
  if (problem?.rule === 'source-empty') return [];
  if (problem !== undefined) throw fault(problem.location, problem.message);
  const root = Node.root(source);
  const list = root.get('accepted');
  const stray = root.entries().find(([key]) => key !== 'accepted')?.[1];
  if (stray !== undefined)
    throw fault(stray.location('key'), 'Only "accepted" may stand here, with a list of changes.');
  if (!root.isObject && root.value !== null)
    throw fault(root.location(), 'The file of accepted changes starts with "accepted:", followed by a list.');
  if (list === undefined || list.value === null) return [];
  if (!list.isArray) throw fault(list.location(), '"accepted" must be a list of changes.');
  return list.items().map(readEntry);
}

const required = ['fingerprint', 'contract', 'because', 'by', 'until'] as const;
/** What `--accept` writes besides, for those who read the file. */
const informative: readonly string[] = ['rule', 'subject'];

function readEntry(entry: Node): AcceptedChange {
  const known: readonly string[] = [...required, ...informative];
  for (const [key, node] of entry.entries()) {
    if (!known.includes(key))
      throw fault(node.location('key'), `"${key}" is not known here. Known are ${known.join(', ')}.`);
  }
  const [fingerprint, contract, because, by, until] = required.map((key) => {
    const value = entry.string(key);
    if (value === undefined || value.trim() === '')
      throw fault((entry.get(key) ?? entry).location(), `An accepted change needs "${key}", a text.`);
    return value;
  }) as [string, string, string, string, string]; // One text for each required key.
  if (!isDay(until))
    throw fault(entry.get('until')?.location() ?? entry.location(), '"until" must be a day such as 2027-02-19.');
  return { fingerprint, contract, because, by, until, location: entry.location() };
}

function fault(location: Location, message: string): UsageError {
  return new UsageError(`${printLocation(location)} ${message}`);
}
