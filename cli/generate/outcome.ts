import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  checkOutput,
  type FileHashes,
  type OutputPlan,
  type OutputRequest,
  planWrite,
  writeOutput,
} from '../../generators/output.ts';
import { paintDiff } from './paint-diff.ts';
import { unifiedDiff } from './unified-diff.ts';

/** What to do with what was generated. */
export type Mode = 'write' | 'check' | 'dry-run';

export interface Outcome {
  /** What became of the files, in a few words. */
  readonly summary: string;
  /** What there is to say about single files, below the summary. */
  readonly details: string;
  /** Whether the folder was not what the contract says. */
  readonly differs: boolean;
  /** How many files were written or removed. */
  readonly changed: number;
}

export interface OutcomeOptions {
  readonly force: boolean;
  readonly cwd: string;
  readonly color: boolean;
}

export function outcomeOf(mode: Mode, request: OutputRequest, options: OutcomeOptions): Outcome {
  if (mode === 'check') return checked(request);
  return mode === 'dry-run' ? planned(request, options) : written(request, options);
}

/** Of a folder that was found to be what it should be. */
export function outcomeOfCurrent(mode: Mode, files: FileHashes): Outcome {
  const length = Object.keys(files).length;
  const said = {
    check: `${count(length)} up to date`,
    write: unchanged(length),
    'dry-run': `dry run, ${unchanged(length)}`,
  };
  return { summary: said[mode], details: '', differs: false, changed: 0 };
}

function written(request: OutputRequest, { force }: OutcomeOptions): Outcome {
  const plan = writeOutput(request, { force });
  return { summary: summarise(request, plan), details: '', differs: false, changed: changedBy(plan) };
}

/** What `written` would do, as a diff. */
function planned(request: OutputRequest, { force, cwd, color }: OutcomeOptions): Outcome {
  const plan = planWrite(request, { force });
  const now = new Map(request.files.map(({ path, text }) => [path, text]));
  const paths = [...[...plan.create, ...plan.update].map(({ path }) => path), ...plan.edited, ...plan.remove];
  const diffs = paths.map((path) => {
    const file = join(request.folder, path);
    const shown = relative(cwd, file).replaceAll('\\', '/');
    return unifiedDiff({ path: shown, before: textAt(file), after: now.get(path) });
  });
  const text = diffs.join('');
  return {
    summary: `dry run, ${summarise(request, plan)}`,
    details: color ? paintDiff(text) : text,
    differs: changedBy(plan) > 0,
    changed: 0,
  };
}

function textAt(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function checked(request: OutputRequest): Outcome {
  const problems = checkOutput(request);
  const { length } = request.files;
  if (problems.length === 0) return { summary: `${count(length)} up to date`, details: '', differs: false, changed: 0 };
  const differences = problems.length === 1 ? '1 difference' : `${problems.length} differences`;
  const details = problems.map(({ kind, path }) => `  ${kind.padEnd(7)}  ${path}\n`).join('');
  return { summary: `${count(length)}, ${differences}`, details, differs: true, changed: 0 };
}

function changedBy({ create, update, edited, remove }: OutputPlan): number {
  return create.length + update.length + edited.length + remove.length;
}

function summarise({ files }: OutputRequest, plan: OutputPlan): string {
  const parts = [
    [plan.create.length, 'created'],
    [plan.update.length, 'updated'],
    [plan.edited.length, 'overwritten'],
    [plan.unchanged.length, 'unchanged'],
    [plan.remove.length, 'removed'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `${count(files.length)}: ${told.join(', ')}`;
}

function unchanged(files: number): string {
  return `${count(files)}: ${files} unchanged`;
}

function count(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
