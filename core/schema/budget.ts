import { Patterns } from './patterns.ts';

/** Far above what the examples of a real contract need (a 3.7 MB one takes under a million), about a second of work. */
const defaultSteps = 10_000_000;

/**
 * What checking the values of one contract may cost. Contracts are untrusted: unions of unions multiply, and patterns
 * backtrack. When it is used up, values count as accepted and `exhausted` says that this was no verdict.
 */
export class CheckBudget {
  readonly patterns = new Patterns();
  #steps: number;
  #tooDeep = false;

  constructor(steps: number = defaultSteps) {
    this.#steps = steps;
  }

  get exhausted(): boolean {
    return this.#steps < 0 || this.#tooDeep || this.patterns.exhausted;
  }

  /** Takes one step of work; false when there is none left or the schemas are applied too deep inside each other. */
  spend(depth: number): boolean {
    if (this.#steps >= 0) this.#steps--;
    if (depth > 1000) this.#tooDeep = true;
    return this.#steps >= 0 && depth <= 1000;
  }
}
