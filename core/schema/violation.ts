import type { Location } from '../diagnostics/location.ts';

/** One way in which a value breaks a schema. */
export interface Violation {
  /** JSON pointer (RFC 6901) into the value. */
  readonly pointer: string;
  /** The JSON Schema keyword that speaks, such as `type` or `required`. */
  readonly keyword: string;
  /** Completes a sentence whose subject is the value at `pointer`: "must be a string, but is 5". */
  readonly message: string;
  /** The schema that holds the keyword. */
  readonly schemaLocation: Location;
}

/**
 * Collects violations up to a limit. With a limit of 0 it only learns whether there is one, and no message is ever
 * written: that is how the branches of a union are tried.
 */
export class Violations {
  readonly #limit: number;
  readonly #list: Violation[] = [];
  #failed = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** True when only the verdict is wanted. */
  get silent(): boolean {
    return this.#limit === 0;
  }

  /** True once looking further cannot change anything. */
  get full(): boolean {
    return this.#failed && this.#list.length >= this.#limit;
  }

  get list(): readonly Violation[] {
    return this.#list;
  }

  add(violation: () => Violation): void {
    this.#failed = true;
    if (this.#list.length < this.#limit) this.#list.push(violation());
  }
}
