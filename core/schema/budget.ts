import { Patterns } from './patterns.ts';

/** Far above what the examples of a real contract need (a 3.7 MB one takes under a million), about a second of work. */
const defaultSteps = 10_000_000;
const deepest = 1000;

/**
 * What checking the values of one contract may cost. Contracts are untrusted: unions of unions multiply, and patterns
 * backtrack. A value that could not be checked to the end has no verdict, and `exhausted` says that there was one.
 */
export class CheckBudget {
  readonly patterns = new Patterns();
  readonly #steps: number;
  #spent = 0;
  #refusals = 0;

  constructor(steps: number = defaultSteps) {
    this.#steps = steps;
  }

  /** Steps taken so far. */
  get spent(): number {
    return this.#spent;
  }

  /** How often something was left unchecked. */
  get refusals(): number {
    return this.#refusals + this.patterns.refusals;
  }

  get exhausted(): boolean {
    return this.refusals > 0;
  }

  /** Takes one step of work; false when there is none left or the schemas are applied too deep inside each other. */
  spend(depth: number): boolean {
    if (this.#spent < this.#steps && depth <= deepest) {
      this.#spent++;
      return true;
    }
    this.#refusals++;
    return false;
  }
}
