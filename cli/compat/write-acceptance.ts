import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, dump } from 'js-yaml';
import type { Acceptance, ReportedChange } from '../../core/compat/report/report.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { parseSource } from '../../core/source/parse.ts';
import { writeWhole } from '../write-whole.ts';
import { type AcceptedChange, parseAcceptedChanges } from './accepted-changes.ts';

export interface NewAcceptance extends Acceptance {
  readonly contract: string;
  readonly change: ReportedChange;
}

/** Adds one entry to the file of accepted changes, which keeps its other entries and its comments to the letter. */
export function writeAcceptance(root: string, path: string, acceptance: NewAcceptance): void {
  const file = join(root, path);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : heading;
  const text = withEntry(path, old, acceptance);
  writeWhole(file, text, { shown: path });
}

const heading = `# Changes that break somebody and were accepted all the same, with the reason, who decided, and until when that holds.
# "ai2text-contracts diff --accept <fingerprint> --because <reason>" adds an entry.
accepted:
`;

export function withEntry(path: string, text: string, acceptance: NewAcceptance): string {
  const { contract, change, because, by, until } = acceptance;
  const { fingerprint, rule, subject } = change;
  const entry = dump([{ fingerprint, contract, rule, subject, because, by, until }], {
    schema: CORE_SCHEMA,
    lineWidth: 120,
  });
  const entries = parseAcceptedChanges(path, text);
  const isSame = (one: AcceptedChange) => one.contract === contract && one.fingerprint === fingerprint;
  const index = entries.findIndex(isSame);
  const added = entries.length === 0 ? `${bare(text)}${indented(entry, '  ')}` : insert(path, text, entry, index);
  const wanted = index < 0 ? entries.length + 1 : entries.length;
  if (added !== undefined && holds(path, added, wanted, isSame)) return added;
  throw new UsageError(`${path} is written in a way that cannot be added to. Add this by hand:\n${entry}`);
}

/** In the place of the entry at `index`, or behind the last one, indented as the list is. */
function insert(path: string, text: string, entry: string, index: number): string | undefined {
  const { source } = parseSource(path, text);
  const at = index < 0 ? parseAcceptedChanges(path, text).length - 1 : index;
  const { start, end } = source.at(`/accepted/${at}`, 'value').range;
  const from = source.text.lastIndexOf('\n', start.offset - 1) + 1;
  const indent = /^( *)- *$/.exec(source.text.slice(from, start.offset))?.[1];
  if (indent === undefined) return undefined;
  const to = endOfLine(source.text, end.offset);
  const head = source.text.slice(0, index < 0 ? to : from);
  return `${head}${head.endsWith('\n') ? '' : '\n'}${indented(entry, indent)}${source.text.slice(to)}`;
}

function holds(path: string, text: string, count: number, isWanted: (entry: AcceptedChange) => boolean): boolean {
  try {
    const entries = parseAcceptedChanges(path, text);
    return entries.length === count && entries.some(isWanted);
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

/** A file without entries ends in `accepted:`, perhaps with an empty list behind it. */
function bare(text: string): string {
  const list = text.replace(/^(accepted:)[ \t]*(?:\[\s*\]|null|~)?[ \t]*$/m, '$1').trimEnd();
  return /^accepted:$/m.test(list) ? `${list}\n` : `${list === '' ? '' : `${list}\n`}accepted:\n`;
}

function indented(entry: string, indent: string): string {
  return entry.replace(/^(?=.)/gm, indent);
}

/** Past the line break after `offset`, or the end; a value that ends in a line break ends there. */
function endOfLine(text: string, offset: number): number {
  if (text.charAt(offset - 1) === '\n') return offset;
  const next = text.indexOf('\n', offset);
  return next < 0 ? text.length : next + 1;
}
