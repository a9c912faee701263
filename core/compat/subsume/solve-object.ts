import { isObject, type Json } from '../../source/json.ts';
import type { Atom, ObjectAtom } from './atom.ts';
import { canonical } from './canonical.ts';
import type { Claim } from './claim.ts';
import { NameChoice } from './name-choice.ts';
import type { Solving } from './solving.ts';
import { tracked } from './tracked.ts';

type Of<Kind extends ObjectAtom['kind']> = Extract<ObjectAtom, { kind: Kind }>;

const mostChoices = 200;
const mostFillers = 100;

/** An object that satisfies all of the atoms; undefined when there is none, or none yet, or after `inexact`. */
export function solveObject(given: readonly Atom[], solving: Solving): Json | undefined {
  const atoms = tracked(given, 'properties', solving);
  if (atoms.some((atom) => atom.kind === 'in')) return undefined;
  const barred = atoms.flatMap((atom) => (atom.kind === 'not-in' ? atom.values : []));
  return new ObjectPlan(atoms, solving).find(new Set(barred.map(canonical)));
}

/** The properties that are to be there, each with the claims that come on top of what its name brings. */
type Present = ReadonlyMap<string, readonly Claim[]>;

class ObjectPlan {
  readonly #solving: Solving;
  readonly #names: NameChoice;
  readonly #required: ReadonlySet<string>;
  readonly #missing: ReadonlySet<string>;
  readonly #implies: ReadonlyArray<Of<'implies'>>;
  readonly #some: ReadonlyArray<Of<'some-property'>>;
  readonly #max: number;
  #min: number;
  #choices = 0;

  constructor(atoms: readonly Atom[], solving: Solving) {
    this.#solving = solving;
    this.#names = new NameChoice(atoms, solving);
    this.#required = new Set(atoms.flatMap((atom) => (atom.kind === 'has' ? [atom.name] : [])));
    this.#missing = new Set(atoms.flatMap((atom) => (atom.kind === 'has-not' ? [atom.name] : [])));
    this.#implies = atoms.filter((atom) => atom.kind === 'implies');
    this.#some = atoms.filter((atom) => atom.kind === 'some-property');
    const sizes = atoms.filter((atom) => atom.kind === 'size');
    this.#min = Math.max(0, ...sizes.map(({ min }) => min));
    this.#max = Math.min(Number.POSITIVE_INFINITY, ...sizes.map(({ max }) => max));
  }

  find(barred: ReadonlySet<string>): Json | undefined {
    const start: Present = new Map([...this.#required].map((name) => [name, []] as const));
    for (let attempt = 0; attempt <= barred.size; attempt++) {
      const value = this.#placeSome(0, start);
      if (value === undefined) return undefined;
      if (!barred.has(canonical(value))) return value;
      const size = isObject(value) ? Object.keys(value).length : 0;
      if (size > 0) this.#solving.inexact('another object than those listed is not searched for property by property');
      this.#min = size + 1;
    }
    return undefined;
  }

  /** Tries each name for the next property that must be special. */
  #placeSome(done: number, present: Present): Json | undefined {
    const atom = this.#some[done];
    if (atom === undefined) return this.#complete(present);
    for (const name of this.#names.candidates(atom.names, present)) {
      if (this.#choices++ > mostChoices) {
        this.#solving.inexact('the properties can be chosen in more ways than could be tried');
        return undefined;
      }
      if (this.#missing.has(name)) continue;
      const claims = [...(present.get(name) ?? []), ...(atom.claim === undefined ? [] : [atom.claim])];
      const value = this.#placeSome(done + 1, new Map(present).set(name, claims));
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #complete(chosen: Present): Json | undefined {
    const present = this.#withImplied(chosen);
    if (present === undefined || present.size > this.#max) return undefined;
    const members = new Map<string, Json>();
    // All of them are asked for, so that one answer does not wait for the other.
    let whole = true;
    for (const [name, extra] of present) {
      const value = this.#valueOf(name, extra);
      if (value === undefined) whole = false;
      else members.set(name, value);
    }
    if (!whole) return undefined;
    if (!this.#fillUp(members)) return undefined;
    return Object.fromEntries(members);
  }

  #valueOf(name: string, extra: readonly Claim[]): Json | undefined {
    if (this.#missing.has(name) || !this.#names.allows(name)) return undefined;
    return this.#solving.inhabitant([...this.#names.claimsOn(name), ...extra]);
  }

  #withImplied(chosen: Present): Present | undefined {
    const present = new Map(chosen);
    for (let size = -1; size !== present.size; ) {
      size = present.size;
      for (const { name, wanted } of this.#implies) {
        if (!present.has(name)) continue;
        for (const other of wanted) if (!present.has(other)) present.set(other, []);
      }
    }
    return [...present.keys()].some((name) => this.#missing.has(name)) ? undefined : present;
  }

  /** Adds properties until there are enough. */
  #fillUp(members: Map<string, Json>): boolean {
    if (this.#min > this.#max) return false;
    if (this.#min - members.size > mostFillers) {
      this.#solving.inexact(`objects of ${this.#min} properties are not tried`);
      return false;
    }
    while (members.size < this.#min) {
      const added = this.#filler(members);
      if (added === undefined) return false;
      members.set(...added);
    }
    return true;
  }

  #filler(members: ReadonlyMap<string, Json>): readonly [string, Json] | undefined {
    for (const name of this.#names.candidates({}, members)) {
      if (members.has(name)) continue;
      const wanted = this.#withImplied(new Map([[name, []]]));
      if (wanted === undefined || [...wanted.keys()].some((other) => other !== name && !members.has(other))) {
        this.#solving.inexact('properties that need others are not tried to fill up an object');
        continue;
      }
      const value = this.#valueOf(name, []);
      if (value !== undefined) return [name, value];
    }
    return undefined;
  }
}
