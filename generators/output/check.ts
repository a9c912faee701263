import { type OutputRequest, planOutput } from './plan.ts';

export interface OutputProblem {
  /** Relative to the output folder. */
  readonly path: string;
  /** `stale`: the contract or the tool changed since. `extra`: no longer made. */
  readonly kind: 'missing' | 'stale' | 'edited' | 'extra';
}

/** What `generate --check` reports: how the folder differs from what would be generated now. Writes nothing. */
export function checkOutput(request: OutputRequest): readonly OutputProblem[] {
  const plan = planOutput(request);
  const problems: OutputProblem[] = [
    ...plan.create.map(({ path }) => ({ path, kind: 'missing' as const })),
    ...plan.update.map(({ path }) => ({ path, kind: 'stale' as const })),
    ...plan.edited.map((path) => ({ path, kind: 'edited' as const })),
    ...plan.remove.map((path) => ({ path, kind: 'extra' as const })),
  ];
  return problems.sort((a, b) => (a.path < b.path ? -1 : 1));
}
