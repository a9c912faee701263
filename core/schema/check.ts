import type { Schema, SchemaName } from '../contract/schema.ts';
import type { Direction } from '../contract/walk.ts';
import type { Json } from '../source/json.ts';
import { CheckBudget } from './budget.ts';
import { evaluate } from './evaluate.ts';
import { type Violation, Violations } from './violation.ts';
import { Visit } from './visit.ts';

export { CheckBudget } from './budget.ts';
export type { Violation } from './violation.ts';

export interface CheckOptions {
  /** `Contract.schemas`; a reference to a name that is not there accepts everything. */
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  /** In a request a required `readOnly` property may be missing, in a response a `writeOnly` one. */
  readonly direction?: Direction;
  /** How many violations are wanted at most. */
  readonly limit?: number;
  /** Shared by all values of one contract, so that a hostile contract has a bound as a whole. */
  readonly budget?: CheckBudget;
}

/**
 * The ways in which `value` breaks `schema`; none when it is accepted. Asserts all of JSON Schema 2020-12's validation
 * vocabularies, and the formats that have one undisputed meaning. Bytes (`binary`) have no form in JSON, so a binary
 * schema accepts every value, and so does one that the budget did not suffice for. Interpreted: examples are many and small, compiling their schemas would cost more.
 */
export function checkValue(value: Json, schema: Schema, options: CheckOptions): readonly Violation[] {
  const { schemas, direction, limit = 10, budget = new CheckBudget() } = options;
  const violations = new Violations(limit);
  const refusals = budget.refusals;
  evaluate(value, schema, Visit.start({ schemas, direction, budget }, schema, violations));
  // What was not checked counted as accepted, which under a `not` or `oneOf` is no reason for a violation.
  return budget.refusals === refusals ? violations.list : [];
}
