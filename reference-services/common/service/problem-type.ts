import { type ProblemKind, problem } from '../problem.ts';

/** What the generated server refuses by itself. */
type ServerProblem = 'forbidden' | Exclude<ProblemKind, 'insufficient-scope'>;

/** The generated server names kinds; the platform's problem types are nearly the same. */
export function problemType(kind: ServerProblem): { readonly type: string; readonly title: string } {
  const { type, title } = problem(kind === 'forbidden' ? 'insufficient-scope' : kind, '');
  return { type, title };
}
