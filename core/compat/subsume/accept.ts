import type { Schema } from '../../contract/schema.ts';
import type { Direction } from '../../contract/walk.ts';
import { CheckBudget } from '../../schema/check.ts';
import { evaluate } from '../../schema/evaluate.ts';
import { mayBeMissing } from '../../schema/one-way-properties.ts';
import { Violations } from '../../schema/violation.ts';
import { Visit } from '../../schema/visit.ts';
import type { Json } from '../../source/json.ts';
import type { Claim, Scope } from './claim.ts';

const steps = 1_000_000_000;

/** Tests values against claims with the interpreter of `core/schema`. */
export class Acceptance {
  readonly direction: Direction | undefined;
  readonly #budget = new CheckBudget(steps);

  constructor(direction: Direction | undefined) {
    this.direction = direction;
  }

  /** Steps of evaluation so far. */
  get spent(): number {
    return this.#budget.spent;
  }

  /** Undefined when it could not be checked to the end. */
  test(value: Json, { schema, scope, holds }: Claim): boolean | undefined {
    const { refusals } = this.#budget;
    const violations = new Violations(0);
    evaluate(value, schema, this.#visit(schema, scope, violations));
    return this.#budget.refusals === refusals ? violations.failed !== holds : undefined;
  }

  all(value: Json, claims: readonly Claim[]): boolean {
    return claims.every((claim) => this.test(value, claim) === true);
  }

  matches(pattern: string, name: string): boolean {
    return this.#budget.patterns.matches(pattern, name);
  }

  /** Whether a required property of the value under `root` does not travel in this direction. */
  mayBeMissing(name: string, root: Schema, scope: Scope): boolean {
    return this.direction !== undefined && mayBeMissing(name, this.#visit(root, scope, new Violations(0)));
  }

  #visit(root: Schema, { schemas }: Scope, violations: Violations): Visit {
    return Visit.start({ schemas, direction: this.direction, budget: this.#budget }, root, violations);
  }
}
