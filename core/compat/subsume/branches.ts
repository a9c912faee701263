import type { Schema } from '../../contract/schema.ts';
import type { Atom } from './atom.ts';
import type { Claim } from './claim.ts';
import { type Decomposing, decompose } from './decompose.ts';
import type { FactBook } from './facts.ts';
import { type Alternatives, type Item, type Literal, literalOf } from './literal.ts';
import type { Meanings } from './meanings.ts';

export interface BranchingOptions {
  readonly claims: readonly Claim[];
  readonly decomposing: Decomposing;
  readonly meanings: Meanings;
  readonly facts: FactBook;
  /** Asks for leave to split once more. */
  readonly spend: () => boolean;
  /** Notes work that is done in any case. */
  readonly work: () => void;
}

/**
 * All the ways in which a value of one type can satisfy the claims, each a list of atoms. A disjunction is split only
 * after everything that is certain has been used to strike out alternatives, shortest first.
 */
export function* branches(options: BranchingOptions): Generator<readonly Atom[]> {
  const start = new Branch(options);
  if (options.claims.every((claim) => start.add(literalOf(claim)))) yield* start.leaves();
}

/** How many schemas may hold for a value because another one does: documents made to be slow go further. */
const deepest = 500;

type Verdict = 'yes' | 'no' | 'open';

class Branch {
  readonly #options: BranchingOptions;
  readonly #atoms: Atom[];
  /** What is known to hold beside what the branch that it comes from knows: literals and properties by the number of their meaning, presence by name. */
  readonly #facts = new Map<string, boolean>();
  readonly #from: Branch | undefined;
  readonly #accepting: Claim[];
  #open: Alternatives[];
  #finite = false;
  #depth = 0;

  constructor(options: BranchingOptions, from?: Branch) {
    this.#options = options;
    this.#atoms = from === undefined ? [] : [...from.#atoms];
    this.#from = from;
    this.#accepting = from === undefined ? [] : [...from.#accepting];
    this.#open = from === undefined ? [] : [...from.#open];
  }

  *leaves(): Generator<readonly Atom[]> {
    const split = this.#finite ? undefined : this.#settle();
    if (split === 'contradiction') return;
    if (split === undefined) {
      yield this.#atoms;
      return;
    }
    for (const items of split) {
      if (!this.#options.spend()) {
        yield [{ kind: 'inexact', reason: 'the schemas combine in more ways than could be tried' }];
        return;
      }
      const branch = new Branch(this.#options, this);
      if (items.every((item) => branch.add(item))) yield* branch.leaves();
    }
  }

  /** Uses what is certain; then the shortest disjunction that is left, if any. */
  #settle(): Alternatives | 'contradiction' | undefined {
    for (;;) {
      const open: Alternatives[] = [];
      const certain: Array<readonly Item[]> = [];
      for (const alternatives of this.#open) {
        const left = this.#reduce(alternatives);
        if (left === 'yes') continue;
        const [first] = left;
        if (first === undefined) return 'contradiction';
        if (left.length === 1) certain.push(first);
        else open.push(left);
      }
      this.#open = open;
      if (certain.length === 0) break;
      if (!certain.flat().every((item) => this.add(item))) return 'contradiction';
      if (this.#finite) return undefined;
    }
    // Which branch of a union is meant decides about most of the rest, so that is asked first.
    const unions = this.#open.filter((alternatives) => alternatives.every(isAccepting));
    const shortest = (unions.length > 0 ? unions : this.#open).reduce<Alternatives | undefined>(
      (best, one) => (best === undefined || one.length < best.length ? one : best),
      undefined,
    );
    this.#open = this.#open.filter((one) => one !== shortest);
    return shortest;
  }

  #reduce(alternatives: Alternatives): Alternatives | 'yes' {
    const left: Array<readonly Item[]> = [];
    for (const items of alternatives) {
      const verdicts = items.map((item) => this.#verdict(item));
      if (verdicts.every((verdict) => verdict === 'yes')) return 'yes';
      if (!verdicts.includes('no')) left.push(items.filter((_, i) => verdicts[i] === 'open'));
    }
    return left;
  }

  #verdict(item: Item): Verdict {
    if (item.kind === 'has' || item.kind === 'has-not') return this.#known(`has ${item.name}`, item.kind === 'has');
    if (item.kind === 'property') return this.#property(item.name, item.claim);
    if (item.kind !== 'literal') return 'open';
    const { claim, trackers } = item;
    const known = this.#known(this.#keyOf(item), claim.holds);
    if (known !== 'open') return known === 'yes' && trackers.length > 0 ? 'open' : known;
    const { facts, decomposing } = this.#options;
    const possible =
      facts.of(claim.schema, claim.scope).types.has(decomposing.type) &&
      !this.#accepting.some((other) => facts.disjoint(other, claim));
    if (possible) return 'open';
    return claim.holds ? 'no' : 'yes';
  }

  #property(name: string, claim: Claim): Verdict {
    const { schema, scope, holds } = claim;
    if (schema.always !== undefined && schema.always === holds) return 'yes';
    // A refused property is always said to be there in the same breath.
    if (schema.always === true) return 'no';
    return this.#known(`property ${this.#options.meanings.of(schema, scope)} ${name}`, holds);
  }

  #known(key: string, holds: boolean): Verdict {
    // Each branch notes only what it adds.
    for (let branch: Branch | undefined = this; branch !== undefined; branch = branch.#from) {
      const known = branch.#facts.get(key);
      if (known !== undefined) return known === holds ? 'yes' : 'no';
    }
    return 'open';
  }

  /** A required property may be let off by a flag elsewhere under the root, so the same schema may mean two things. */
  #keyOf({ claim: { schema, scope }, root, bare }: Literal): string {
    const { meanings, decomposing } = this.#options;
    const number = meanings.of(schema, scope);
    const directed = decomposing.acceptance.direction !== undefined && root !== schema;
    return `${bare ? 'bare ' : ''}${number}${directed ? ` ${meanings.of(root, scope)}` : ''}`;
  }

  /** False on a contradiction. */
  add(item: Item): boolean {
    const verdict = this.#verdict(item);
    if (verdict === 'no') return false;
    if (verdict === 'yes') {
      // It says nothing, but names a property that people expect to see.
      if (item.kind === 'property') this.#atoms.push(item);
      return true;
    }
    this.#options.work();
    if (item.kind === 'literal') return this.#addLiteral(item);
    if (item.kind === 'in') this.#finite = true;
    if (item.kind === 'has' || item.kind === 'has-not') this.#facts.set(`has ${item.name}`, item.kind === 'has');
    if (item.kind === 'property') {
      const { schema, scope, holds } = item.claim;
      this.#facts.set(`property ${this.#options.meanings.of(schema, scope)} ${item.name}`, holds);
    }
    this.#atoms.push(item);
    return true;
  }

  #addLiteral(literal: Literal): boolean {
    this.#facts.set(this.#keyOf(literal), literal.claim.holds);
    if (literal.claim.holds) this.#accepting.push(literal.claim);
    if (this.#depth > deepest) {
      this.#atoms.push({ kind: 'inexact', reason: `schemas that lead on to others ${deepest} times are not followed` });
      return true;
    }
    this.#depth++;
    const holds = decompose(literal, this.#options.decomposing).every((alternatives) => this.#demand(alternatives));
    this.#depth--;
    return holds;
  }

  #demand(alternatives: Alternatives): boolean {
    const [first] = alternatives;
    if (first === undefined) return false;
    if (alternatives.length === 1) return first.every((item) => this.add(item));
    this.#open.push(alternatives);
    return true;
  }
}

function isAccepting(items: readonly Item[]): boolean {
  return items.some((item) => item.kind === 'literal' && item.claim.holds);
}

/** Which branches of a `oneOf` may match together, for all one can tell at a glance. */
export function overlappingBranches(branchesOf: readonly Schema[], overlap: (a: Schema, b: Schema) => boolean) {
  const pairs: Array<readonly [number, number]> = [];
  branchesOf.forEach((a, i) => {
    branchesOf.forEach((b, j) => {
      if (i < j && overlap(a, b)) pairs.push([i, j]);
    });
  });
  return pairs;
}
