import type { Schema, SchemaName } from '../../contract/schema.ts';
import type { Direction } from '../../contract/walk.ts';
import type { Json } from '../../source/json.ts';
import type { Answer } from '../answer.ts';
import { Acceptance } from './accept.ts';
import type { Claim, Scope } from './claim.ts';
import { Confirmation } from './confirm.ts';
import { Endless } from './endless.ts';
import { explain } from './explain.ts';
import { type Goal, newGoal } from './goal.ts';
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
  /** Of these two documents, to share between those who ask in other directions. */
  readonly meanings?: Meanings;
}

export interface Suspicion {
  readonly sender: Schema;
  readonly receiver: Schema;
  /** The part of what the receiver asks that is broken. */
  readonly claim: Schema;
  /** What of that is said to people. */
  readonly reason: Schema;
}

/** Well under a second, and more for large documents: what one question leaves behind the next one need not do. */
const leastBudget = 40_000;
const budgetPerSchema = 400;
const endless = 'a schema leads to itself without reaching into the value, which has no meaning';

/**
 * Decides whether every value that a schema of `first` accepts is accepted by a schema of `second`, by looking for a
 * value that the first accepts and the second refuses. What it learns is kept: ask all questions about two versions of a
 * contract of the same one.
 */
export class Subsumption {
  readonly #scopes: { readonly first: Scope; readonly second: Scope };
  readonly #options: SubsumeOptions;
  readonly #confirmations: { readonly first: Confirmation; readonly second: Confirmation };
  readonly #acceptance: Acceptance;
  readonly #solver: Solver;
  readonly #answers = new Map<Schema, Map<Schema, Answer>>();
  readonly #budget: number;
  readonly #meanings: Meanings;
  #endless: { readonly first: Endless; readonly second: Endless } | undefined;
  #unconfirmed = 0;

  constructor(
    first: ReadonlyMap<SchemaName, Schema>,
    second: ReadonlyMap<SchemaName, Schema>,
    options: SubsumeOptions = {},
  ) {
    this.#options = options;
    this.#budget = options.budget ?? leastBudget + budgetPerSchema * (first.size + second.size);
    const { meanings = new Meanings(first, second) } = options;
    this.#scopes = { first: meanings.scopeOf(first), second: meanings.scopeOf(second) };
    this.#meanings = meanings;
    const acceptance = new Acceptance(options.direction);
    this.#acceptance = acceptance;
    this.#confirmations = {
      first: new Confirmation(this.#scopes.first, acceptance),
      second: new Confirmation(this.#scopes.second, acceptance),
    };
    this.#solver = new Solver(acceptance, meanings);
  }

  get direction(): Direction | undefined {
    return this.#options.direction;
  }

  /** How many values looked like a witness and were not confirmed: each is an error here, and was not shown. */
  get unconfirmed(): number {
    return this.#unconfirmed;
  }

  /** How many values were built and then did not do what they were built for: errors too, which only cost an answer. */
  get misses(): number {
    return this.#solver.misses;
  }

  /**
   * The answer as far as own reasoning goes, in a fraction of the time: enough to look for reasons, too little to show to
   * anyone. Nothing that is `contained` here is anything else later.
   */
  verdict(a: Schema, b: Schema): Answer['kind'] {
    const { state } = this.#ask(a, b);
    if (state === 'empty') return 'contained';
    return state === 'inhabited' ? 'witness' : 'undecided';
  }

  decide(a: Schema, b: Schema): Answer {
    const known = this.#answers.get(a)?.get(b);
    if (known !== undefined) return known;
    const answer = this.#decide(a, b);
    const answers = this.#answers.get(a) ?? new Map<Schema, Answer>();
    this.#answers.set(a, answers.set(b, answer));
    return answer;
  }

  /** A value that the first accepts and the second refuses, as far as own reasoning goes. */
  candidate(a: Schema, b: Schema): Json | undefined {
    return this.#ask(a, b).value;
  }

  /** A witness out of a value that was put together from the values of parts; undefined when it is none. */
  confirm(value: Json, { sender, receiver, claim, reason }: Suspicion): Answer | undefined {
    const { first, second } = this.#scopes;
    const accepted = this.#acceptance.test(value, { schema: sender, scope: first, holds: true });
    const refused = accepted === true && this.#acceptance.test(value, { schema: claim, scope: second, holds: false });
    if (refused !== true || !this.#isConfirmed(value, sender, receiver)) return undefined;
    return this.#explain(value, sender, reason);
  }

  /** A small value that a schema of one side accepts; undefined when none was found. */
  sample(schema: Schema, side: 'first' | 'second' = 'first'): Json | undefined {
    const claim: Claim = { schema, scope: this.#scopes[side], holds: true };
    return this.#solver.solve([claim], this.#budget).value;
  }

  #ask(a: Schema, b: Schema): Goal {
    if (this.#isEndless(a, b)) return { ...newGoal([]), state: 'unsure', reason: endless };
    const accepted: Claim = { schema: a, scope: this.#scopes.first, holds: true };
    const refused: Claim = { schema: b, scope: this.#scopes.second, holds: false };
    return this.#solver.solve([accepted, refused], this.#budget);
  }

  /** Schemas without a meaning can only be told to be the same. */
  #isEndless(a: Schema, b: Schema): boolean {
    const { first, second } = this.#scopes;
    this.#endless ??= { first: new Endless(first.schemas), second: new Endless(second.schemas) };
    if (!this.#endless.first.includes(a) && !this.#endless.second.includes(b)) return false;
    return this.#meanings.of(a, first) !== this.#meanings.of(b, second);
  }

  #decide(a: Schema, b: Schema): Answer {
    const goal = this.#ask(a, b);
    if (goal.state === 'empty') return { kind: 'contained' };
    if (goal.state === 'inhabited' && goal.value !== undefined) return this.#witness(a, b, goal.value);
    const reason = goal.reason ?? 'the schemas are too large to compare within the limits';
    return { kind: 'undecided', reason, first: a.location, second: b.location };
  }

  #witness(a: Schema, b: Schema, value: Json): Answer {
    const answer = this.#isConfirmed(value, a, b) ? this.#explain(value, a, b) : undefined;
    if (answer !== undefined) return answer;
    this.#unconfirmed++;
    const reason = 'an independent validator does not confirm the value that was found';
    return { kind: 'undecided', reason, first: a.location, second: b.location };
  }

  #isConfirmed(value: Json, a: Schema, b: Schema): boolean {
    const { first, second } = this.#confirmations;
    return first.accepts(value, a) === true && second.accepts(value, b) === false;
  }

  #explain(value: Json, a: Schema, b: Schema): Answer | undefined {
    const { first, second } = this.#scopes;
    const { direction } = this.#options;
    return explain({ value, first: { schema: a, scope: first }, second: { schema: b, scope: second }, direction });
  }
}
