import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { checkOutput, type OutputPlan, type OutputRequest, planWrite, writeOutput } from '../../generators/output.ts';

export interface GeneratedEntry {
  readonly request: OutputRequest;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Outcome {
  /** What became of the files, in a few words; further lines name single ones. */
  readonly summary: string;
  /** Whether a check found the folder to differ. */
  readonly differs: boolean;
}

export function writeEntry({ request }: GeneratedEntry, { force }: { readonly force: boolean }): Outcome {
  return { summary: summarise(request, writeOutput(request, { force })), differs: false };
}

/** What `writeEntry` would do. */
export function planEntry({ request }: GeneratedEntry, { force }: { readonly force: boolean }): Outcome {
  const plan = planWrite(request, { force });
  const lines = [
    ...plan.create.map(({ path }) => `create  ${path}`),
    ...plan.update.map(({ path }) => `update  ${path}`),
    ...plan.edited.map((path) => `edited  ${path}`),
    ...plan.remove.map((path) => `remove  ${path}`),
  ];
  return { summary: [`dry run, ${summarise(request, plan)}`, ...lines].join('\n  '), differs: false };
}

export function checkEntry({ request }: GeneratedEntry): Outcome {
  const problems = checkOutput(request);
  const { length } = request.files;
  if (problems.length === 0) return { summary: `${count(length)} up to date`, differs: false };
  const lines = problems.map(({ kind, path }) => `${kind.padEnd(7)}  ${path}`);
  return {
    summary: [
      `${count(length)}, ${problems.length === 1 ? '1 difference' : `${problems.length} differences`}`,
      ...lines,
    ].join('\n  '),
    differs: true,
  };
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

function count(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
