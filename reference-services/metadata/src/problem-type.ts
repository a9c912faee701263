import type { ProblemKind } from '../generated/index.ts';

/** The generated server names kinds; the platform's problem types are their names behind one prefix. */
export function problemType(kind: ProblemKind): string {
  const name = kind === 'forbidden' ? 'insufficient-scope' : kind;
  return `https://ai2text.example/problems/${name}`;
}
