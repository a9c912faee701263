import type { Json } from '../../source/json.ts';
import type { ArrayAtom, Atom } from './atom.ts';
import { canonical } from './canonical.ts';
import { type Claim, denied } from './claim.ts';
import { differentFrom } from './different-from.ts';
import type { Solving } from './solving.ts';
import { tracked } from './tracked.ts';

type Of<Kind extends ArrayAtom['kind']> = Extract<ArrayAtom, { kind: Kind }>;

const longest = 2000;
const mostChoices = 200;

/** An array that satisfies all of the atoms; undefined when there is none, or none yet, or after `inexact`. */
export function solveArray(given: readonly Atom[], solving: Solving): Json | undefined {
  const atoms = tracked(given, 'items', solving);
  const plan = new ArrayPlan(atoms, solving);
  const barred = atoms.flatMap((atom) => (atom.kind === 'not-in' ? atom.values : []));
  return plan.find(new Set(barred.filter(Array.isArray).map(canonical)));
}

/** What is decided for one position: the claims its item must satisfy. */
type Slots = ReadonlyArray<readonly Claim[]>;

class ArrayPlan {
  readonly #solving: Solving;
  readonly #items: ReadonlyArray<Of<'items'>>;
  readonly #some: ReadonlyArray<Of<'some-item'>>;
  readonly #atLeast: ReadonlyArray<Of<'matches-at-least'>>;
  readonly #atMost: ReadonlyArray<Of<'matches-at-most'>>;
  readonly #unique: boolean;
  readonly #repeated: boolean;
  readonly #min: number;
  readonly #max: number;
  readonly #prefix: number;
  #choices = 0;

  constructor(atoms: readonly Atom[], solving: Solving) {
    this.#solving = solving;
    this.#items = atoms.filter((atom) => atom.kind === 'items');
    this.#some = atoms.filter((atom) => atom.kind === 'some-item');
    this.#atLeast = atoms.filter((atom) => atom.kind === 'matches-at-least');
    this.#atMost = atoms.filter((atom) => atom.kind === 'matches-at-most');
    this.#unique = atoms.some((atom) => atom.kind === 'unique');
    this.#repeated = atoms.some((atom) => atom.kind === 'repeated');
    const counts = atoms.filter((atom) => atom.kind === 'count');
    this.#min = Math.max(0, ...counts.map(({ min }) => min));
    this.#max = Math.min(Number.POSITIVE_INFINITY, ...counts.map(({ max }) => max));
    this.#prefix = Math.max(
      0,
      ...this.#items.map(({ prefix }) => prefix.length),
      ...this.#some.map(({ index }) => index),
    );
  }

  find(barred: ReadonlySet<string>): Json | undefined {
    if (this.#min > longest) {
      if (this.#min <= this.#max) this.#solving.inexact(`arrays of ${this.#min} items are not tried`);
      return undefined;
    }
    const wanted = this.#atLeast.reduce((sum, { count }) => sum + Math.min(count, longest), 0);
    const extra = this.#some.length + wanted + (this.#repeated ? 2 : 0);
    // Beyond this, another item is one more to satisfy and helps nothing.
    const enough = Math.max(this.#min, this.#prefix) + extra + barred.size;
    for (let length = this.#min; length <= Math.min(this.#max, enough, longest); length++) {
      const value = this.#ofLength(length);
      if (value === undefined) continue;
      if (!barred.has(canonical(value))) return value;
      if (length > 0) this.#solving.inexact('another array than those listed is not searched for item by item');
    }
    return undefined;
  }

  #ofLength(length: number): Json | undefined {
    const slots: Slots = Array.from({ length }, (_, index) =>
      this.#items.flatMap(({ prefix, rest }) => prefix[index] ?? rest ?? []),
    );
    return this.#placeSome(0, slots);
  }

  /** Tries each position for the next item that must be special; positions past the prefixes are all alike. */
  #placeSome(done: number, slots: Slots): Json | undefined {
    const atom = this.#some[done];
    if (atom === undefined) return this.#placeMatches(0, slots);
    const last = atom.onwards ? Math.min(slots.length - 1, this.#prefix + done) : atom.index;
    for (let index = atom.index; index <= Math.min(last, slots.length - 1); index++) {
      const value = this.#placeSome(done + 1, withClaim(slots, index, atom.claim));
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #placeMatches(done: number, slots: Slots): Json | undefined {
    const atom = this.#atLeast[done];
    if (atom === undefined) return this.#limitMatches(0, slots);
    return this.#choose(slots, { count: atom.count, claim: atom.claim }, (chosen) =>
      this.#placeMatches(done + 1, chosen),
    );
  }

  /** At most so many match: the others do not. */
  #limitMatches(done: number, slots: Slots): Json | undefined {
    const atom = this.#atMost[done];
    if (atom === undefined) return this.#repeated ? this.#repeat(slots) : this.#fill(slots);
    const others = Math.max(0, slots.length - atom.count);
    return this.#choose(slots, { count: others, claim: denied(atom.claim) }, (chosen) =>
      this.#limitMatches(done + 1, chosen),
    );
  }

  /** Each way to demand the claim of `count` positions. */
  #choose(
    slots: Slots,
    { count, claim }: { readonly count: number; readonly claim: Claim },
    next: (slots: Slots) => Json | undefined,
    from = 0,
  ): Json | undefined {
    if (count === 0) return next(slots);
    for (let index = from; index <= slots.length - count; index++) {
      // Of positions that are alike the first is as good as any. Where items repeat, positions are not.
      if (index > from && !this.#repeated && areAlike(slots[index - 1], slots[index])) continue;
      if (this.#choices++ > mostChoices) {
        this.#solving.inexact('the items can be chosen in more ways than could be tried');
        return undefined;
      }
      const demanded = withClaim(slots, index, claim);
      const value = this.#choose(demanded, { count: count - 1, claim }, next, index + 1);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #repeat(slots: Slots): Json | undefined {
    const last = Math.min(slots.length - 1, this.#prefix + this.#some.length + 1);
    for (let first = 0; first < last; first++) {
      for (let second = first + 1; second <= last; second++) {
        const both = [...(slots[first] ?? []), ...(slots[second] ?? [])];
        const shared = this.#solving.inhabitant(both);
        if (shared === undefined) continue;
        const value = this.#fill(slots, new Map([first, second].map((index) => [index, shared])));
        if (value !== undefined) return value;
      }
    }
    return undefined;
  }

  #fill(slots: Slots, fixed: ReadonlyMap<number, Json> = new Map()): Json | undefined {
    const values: Json[] = [];
    for (const [index, claims] of slots.entries()) {
      const others = this.#unique ? [differentFrom(values)] : [];
      const value = fixed.get(index) ?? this.#solving.inhabitant(values.length === 0 ? claims : [...claims, ...others]);
      if (value === undefined) {
        // Another choice for the earlier items might have left one for this one, unless all choose from the same.
        if (this.#unique && index > 0 && !allAlike(slots)) {
          this.#solving.inexact('different items are chosen one after the other');
        }
        return undefined;
      }
      values.push(value);
    }
    return values;
  }
}

function withClaim(slots: Slots, index: number, claim: Claim): Slots {
  return slots.map((claims, i) => (i === index ? [...claims, claim] : claims));
}

function allAlike(slots: Slots): boolean {
  const [first] = slots;
  return slots.every((claims) => areAlike(claims, first));
}

function areAlike(a: readonly Claim[] | undefined, b: readonly Claim[] | undefined): boolean {
  return (
    a?.length === b?.length &&
    a?.every(({ schema, holds }, i) => schema === b?.[i]?.schema && holds === b?.[i]?.holds) === true
  );
}
