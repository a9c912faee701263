import type { Schema, SchemaName } from '../../contract/schema.ts';
import type { Direction } from '../../contract/walk.ts';
import type { Json } from '../../source/json.ts';
import type { Answer } from '../answer.ts';
import { Acceptance } from './accept.ts';
import type { Claim, Scope } from './claim.ts';
import { Confirmation } from './confirm.ts';
import { explain } from './explain.ts';
import { Meanings } from './meanings.ts';
import { Solver } from './solver.ts';

/** A schema with the named schemas that its references mean. */
export interface Side {
  readonly schema: Schema;
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
}

export interface SubsumeOptions {
  /** In a request a required `readOnly` property may be missing, in a response a `writeOnly` one. */
  readonly direction?: Direction;
  /** How many steps one question may take before the answer is `undecided`. */
  readonly budget?: number;
}

/** Well under a second, and more for large documents: what one question leaves behind the next one need not do. */
const leastBudget = 40_000;
const budgetPerSchema = 400;

/**
 * Decides whether every value that a schema of `first` accepts is accepted by a schema of `second`, by looking for a
 * value that the first accepts and the second refuses. What it learns is kept: ask all questions about two versions of a
 * contract of the same one.
 */
export class Subsumption {
  readonly #scopes: { readonly first: Scope; readonly second: Scope };
  readonly #options: SubsumeOptions;
  readonly #confirmations: { readonly first: Confirmation; readonly second: Confirmation };
  readonly #solver: Solver;
  readonly #answers = new WeakMap<Schema, WeakMap<Schema, Answer>>();
  readonly #budget: number;
  #unconfirmed = 0;

  constructor(
    first: ReadonlyMap<SchemaName, Schema>,
    second: ReadonlyMap<SchemaName, Schema>,
    options: SubsumeOptions = {},
  ) {
    this.#options = options;
    this.#budget = options.budget ?? leastBudget + budgetPerSchema * (first.size + second.size);
    this.#scopes = { first: { tag: 'first', schemas: first }, second: { tag: 'second', schemas: second } };
    const acceptance = new Acceptance(options.direction);
    this.#confirmations = {
      first: new Confirmation(this.#scopes.first, acceptance),
      second: new Confirmation(this.#scopes.second, acceptance),
    };
    this.#solver = new Solver(acceptance, new Meanings(this.#scopes.first, this.#scopes.second));
  }

  /** How many values looked like a witness and were not confirmed: each is an error here, and was not shown. */
  get unconfirmed(): number {
    return this.#unconfirmed;
  }

  /** How many values were built and then did not do what they were built for: errors too, which only cost an answer. */
  get misses(): number {
    return this.#solver.misses;
  }

  decide(a: Schema, b: Schema): Answer {
    const known = this.#answers.get(a)?.get(b);
    if (known !== undefined) return known;
    const answer = this.#decide(a, b);
    const answers = this.#answers.get(a) ?? new WeakMap<Schema, Answer>();
    this.#answers.set(a, answers.set(b, answer));
    return answer;
  }

  /** A small value that a schema of one side accepts; undefined when none was found. */
  sample(schema: Schema, side: 'first' | 'second' = 'first'): Json | undefined {
    const claim: Claim = { schema, scope: this.#scopes[side], holds: true };
    return this.#solver.solve([claim], this.#budget).value;
  }

  #decide(a: Schema, b: Schema): Answer {
    const accepted: Claim = { schema: a, scope: this.#scopes.first, holds: true };
    const refused: Claim = { schema: b, scope: this.#scopes.second, holds: false };
    const goal = this.#solver.solve([accepted, refused], this.#budget);
    if (goal.state === 'empty') return { kind: 'contained' };
    if (goal.state === 'inhabited' && goal.value !== undefined) return this.#witness(a, b, goal.value);
    const reason = goal.reason ?? 'the schemas are too large to compare within the limits';
    return { kind: 'undecided', reason, first: a.location, second: b.location };
  }

  #witness(a: Schema, b: Schema, value: Json): Answer {
    const { first, second } = this.#scopes;
    const { direction } = this.#options;
    const confirmed =
      this.#confirmations.first.accepts(value, a) === true && this.#confirmations.second.accepts(value, b) === false;
    const answer = confirmed
      ? explain({ value, first: { schema: a, scope: first }, second: { schema: b, scope: second }, direction })
      : undefined;
    if (answer !== undefined) return answer;
    this.#unconfirmed++;
    const reason = 'an independent validator does not confirm the value that was found';
    return { kind: 'undecided', reason, first: a.location, second: b.location };
  }
}
