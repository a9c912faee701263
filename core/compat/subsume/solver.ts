import type { Schema } from '../../contract/schema.ts';
import type { Json } from '../../source/json.ts';
import type { Acceptance } from './accept.ts';
import { branches, overlappingBranches } from './branches.ts';
import { type Claim, past } from './claim.ts';
import type { Decomposing, JsonType } from './decompose.ts';
import { FactBook } from './facts.ts';
import { claimsOnBroken, depthOf, examplesOf, type Goal, keyOf, type Leaf, newGoal } from './goal.ts';
import { Languages } from './language/languages.ts';
import type { Meanings } from './meanings.ts';
import type { Solution } from './solution.ts';
import { solveArray } from './solve-array.ts';
import { solveNumber } from './solve-number.ts';
import { solveObject } from './solve-object.ts';
import { solveString } from './solve-string.ts';
import type { Solving } from './solving.ts';
import { typesInOrder } from './types-in-order.ts';

const mostSplits = 3000;
const deepest = 100;
/** Applying a schema to a value takes this part of a step of reasoning. */
const stepsPerEvaluation = 0.1;

/**
 * Finds values that satisfy claims, or proves that there are none. Goals refer to each other as schemas do, also in
 * circles. A goal is inhabited once a value is built from values of others; when nothing is left to try, the goals
 * without a value have none, because a value is finite. Each goal is taken apart once, whoever asks.
 */
export class Solver {
  readonly #acceptance: Acceptance;
  readonly #meanings: Meanings;
  readonly #facts: FactBook;
  readonly #languages = new Languages();
  readonly #goals = new Map<string, Goal>();
  readonly #targets = new Map<Schema, Schema>();
  readonly #overlaps = new Map<Schema, ReadonlyArray<readonly [number, number]>>();
  /** Goals to take apart and leaves to try again, in the order in which they were met. */
  #queue: Array<Goal | Leaf> = [];
  #unfinished = new Set<Goal>();
  #trackers = 0;
  #steps = 0;
  /** Values that were built for a goal and turned out not to satisfy it: errors of reasoning, never shown. */
  misses = 0;

  constructor(acceptance: Acceptance, meanings: Meanings) {
    this.#acceptance = acceptance;
    this.#meanings = meanings;
    this.#facts = new FactBook(acceptance);
  }

  /** The state is `open` only when the steps did not suffice. */
  solve(claims: readonly Claim[], steps: number): Goal {
    this.#steps = steps;
    const goal = this.#goalOf(claims);
    if (goal.state !== 'open') return goal;
    const waiting = this.#queue;
    this.#queue = [];
    this.#enqueue(goal);
    this.#run(goal);
    // What earlier questions left undone may matter here too.
    this.#queue = this.#queue.length > 0 ? [...this.#queue, ...waiting] : waiting;
    this.#run(goal);
    if (goal.state === 'open' && this.#queue.length === 0) this.#finish();
    return goal;
  }

  #run(root: Goal): void {
    let done = 0;
    for (; done < this.#queue.length && root.state === 'open' && this.#steps > 0; done++) {
      const next = this.#queue[done];
      if (next === undefined) continue;
      if ('atoms' in next) this.#retry(next);
      else this.#expand(next);
    }
    this.#queue = this.#queue.slice(done);
  }

  #retry(leaf: Leaf): void {
    leaf.queued = false;
    if (leaf.goal.state === 'open') this.#try(leaf);
  }

  /** Nothing is left to try: a goal without a value has none, unless something on the way was inexact. */
  #finish(): void {
    const open: Goal[] = [];
    for (const goal of this.#unfinished) {
      const inexact = goal.leaves.find(({ reason }) => reason !== undefined);
      if (goal.state !== 'open' || inexact === undefined) continue;
      goal.state = 'unsure';
      goal.reason = inexact.reason;
      open.push(goal);
    }
    for (let goal = open.pop(); goal !== undefined; goal = open.pop()) {
      for (const { goal: dependent } of goal.dependents) {
        if (dependent.state !== 'open') continue;
        dependent.state = 'unsure';
        dependent.reason = goal.reason;
        open.push(dependent);
      }
    }
    for (const goal of this.#unfinished) if (goal.state === 'open') goal.state = 'empty';
    for (const goal of this.#unfinished) this.#forget(goal);
    this.#unfinished = new Set();
  }

  #forget(goal: Goal): void {
    goal.leaves = [];
    goal.dependents.clear();
  }

  #goalOf(claims: readonly Claim[]): Goal {
    const known = new Map<number, Claim>();
    let refuted = false;
    for (const claim of claims) {
      const schema = this.#past(claim);
      if (schema.always === claim.holds) continue;
      if (schema.always !== undefined) refuted = true;
      const number = this.#meanings.of(schema, claim.scope);
      const before = known.get(number);
      if (before !== undefined && before.holds !== claim.holds) refuted = true;
      known.set(number, schema === claim.schema ? claim : { ...claim, schema });
    }
    const key = refuted ? 'none' : keyOf(known);
    const before = this.#goals.get(key);
    if (before !== undefined) return before;
    const goal = newGoal(this.#relevant([...known.values()]));
    if (refuted || this.#contradict(goal.claims)) {
      goal.state = 'empty';
      goal.expanded = true;
    } else {
      this.#unfinished.add(goal);
    }
    this.#goals.set(key, goal);
    return goal;
  }

  #past({ schema, scope }: Claim): Schema {
    if (schema.ref === undefined) return schema;
    const known = this.#targets.get(schema);
    if (known !== undefined) return known;
    const target = past(schema, scope);
    this.#targets.set(schema, target);
    return target;
  }

  /** Without refusals that the other claims imply at a glance. */
  #relevant(claims: readonly Claim[]): readonly Claim[] {
    const accepting = claims.filter(({ holds }) => holds);
    return claims.filter((claim) => claim.holds || !accepting.some((other) => this.#facts.disjoint(other, claim)));
  }

  #contradict(claims: readonly Claim[]): boolean {
    const accepting = claims.filter(({ holds }) => holds);
    return accepting.some((claim, i) => accepting.slice(i + 1).some((other) => this.#facts.disjoint(claim, other)));
  }

  #enqueue(goal: Goal): void {
    if (goal.expanded) return;
    goal.expanded = true;
    this.#queue.push(goal);
  }

  #expand(goal: Goal): void {
    this.#steps--;
    const finite = goal.claims.find(({ schema, holds }) => holds && schema.enum !== undefined);
    if (finite?.schema.enum !== undefined) {
      this.#offerAll(goal, finite.schema.enum);
      return;
    }
    for (const example of examplesOf(goal.claims)) if (this.#offer(goal, example, 1, true)) return;
    for (const type of typesInOrder(goal.claims, this.#facts)) {
      if (type === 'boolean') this.#offerAll(goal, [true, false]);
      else if (type === 'null') this.#offerAll(goal, [null]);
      else this.#expandType(goal, type);
      if (goal.state !== 'open') return;
    }
  }

  #expandType(goal: Goal, type: JsonType): void {
    let splits = mostSplits;
    const spend = () => splits-- > 0 && this.#steps > 0;
    const work = () => {
      this.#steps--;
    };
    const decomposing = this.#decomposing(type);
    const options = { claims: goal.claims, decomposing, meanings: this.#meanings, facts: this.#facts, spend, work };
    for (const atoms of branches(options)) {
      const leaf: Leaf = { goal, type, atoms, waitsFor: new Set(), reason: undefined, queued: false };
      this.#try(leaf);
      if (goal.state !== 'open') return;
      if (leaf.waitsFor.size > 0 || leaf.reason !== undefined) goal.leaves.push(leaf);
    }
  }

  #decomposing(type: JsonType): Decomposing {
    return {
      type,
      acceptance: this.#acceptance,
      nextTracker: () => this.#trackers++,
      overlapping: ({ claim: { schema, scope } }) => {
        const known = this.#overlaps.get(schema);
        if (known !== undefined) return known;
        const claimOn = (part: Schema): Claim => ({ schema: part, scope, holds: true });
        const pairs = overlappingBranches(schema.oneOf ?? [], (a, b) => !this.#facts.disjoint(claimOn(a), claimOn(b)));
        this.#overlaps.set(schema, pairs);
        return pairs;
      },
    };
  }

  #try(leaf: Leaf): void {
    this.#steps--;
    leaf.reason = undefined;
    const { goal, atoms } = leaf;
    const finite = atoms.find((atom) => atom.kind === 'in');
    if (finite !== undefined) {
      this.#offerAll(goal, finite.values);
      return;
    }
    if (leaf.type === 'number' || leaf.type === 'string') {
      const inexact = atoms.find((atom) => atom.kind === 'inexact');
      const solution = this.#solvePlain(leaf);
      if (solution.kind === 'unsure') leaf.reason = solution.reason;
      else if (solution.kind === 'none') leaf.reason = inexact?.reason;
      else if (!this.#offer(goal, solution.value, 1)) leaf.reason = inexact?.reason ?? missed;
      return;
    }
    this.#tryNested(leaf);
  }

  #solvePlain({ type, atoms }: Leaf): Solution {
    return type === 'number' ? solveNumber(atoms) : solveString(atoms, this.#acceptance, this.#languages);
  }

  #tryNested(leaf: Leaf): void {
    let depth = 0;
    const solving: Solving = {
      acceptance: this.#acceptance,
      inexact: (reason) => {
        leaf.reason ??= reason;
      },
      inhabitant: (claims) => {
        this.#steps--;
        const goal = this.#goalOf(claims);
        if (goal.state === 'inhabited') {
          depth = Math.max(depth, goal.depth);
          return goal.value;
        }
        if (goal.state === 'unsure') leaf.reason ??= goal.reason ?? missed;
        if (goal.state === 'open') {
          this.#enqueue(goal);
          goal.dependents.add(leaf);
          leaf.waitsFor.add(goal);
        }
        return undefined;
      },
    };
    const broken = leaf.type === 'object' ? claimsOnBroken(leaf.atoms) : undefined;
    // Without a value for the property that is to be refused there is no object, whatever else it has.
    if (broken !== undefined && solving.inhabitant(broken) === undefined) return;
    const solve = leaf.type === 'array' ? solveArray : solveObject;
    const value = solve(leaf.atoms, solving);
    if (value === undefined) return;
    if (depth >= deepest) leaf.reason = `values nested deeper than ${deepest} levels are not tried`;
    else if (!this.#offer(leaf.goal, value, depth + 1)) leaf.reason ??= missed;
  }

  #offerAll(goal: Goal, values: readonly Json[]): void {
    for (const value of values) {
      if (this.#offer(goal, value, depthOf(value), true)) return;
    }
  }

  /** Takes the value when it satisfies all claims. */
  #offer(goal: Goal, value: Json, depth: number, maybe = false): boolean {
    const before = this.#acceptance.spent;
    const accepted = this.#acceptance.all(value, goal.claims);
    this.#steps -= (this.#acceptance.spent - before) * stepsPerEvaluation;
    if (!accepted) {
      if (!maybe) this.misses++;
      return false;
    }
    goal.state = 'inhabited';
    goal.value = value;
    goal.depth = depth;
    this.#unfinished.delete(goal);
    for (const leaf of goal.dependents) {
      if (leaf.queued || leaf.goal.state !== 'open') continue;
      leaf.queued = true;
      this.#queue.push(leaf);
    }
    this.#forget(goal);
    return true;
  }
}

const missed = 'the values that were tried did not show the difference';
