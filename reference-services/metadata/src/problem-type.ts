import { problem } from '../../common/problem.ts';
import type { ProblemKind, ProblemType } from '../generated/index.ts';

/** The generated server names kinds; the platform's problem types are nearly the same. */
export function problemType(kind: ProblemKind): ProblemType {
  const { type, title } = problem(kind === 'forbidden' ? 'insufficient-scope' : kind, '');
  return { type, title };
}
