import type { Atom, NameSet } from './atom.ts';
import type { Claim } from './claim.ts';
import { differentFrom, made } from './different-from.ts';
import { makeSchema } from './make-schema.ts';
import type { Solving } from './solving.ts';

const mostPatterns = 4;
/** Names for a property that nobody has spoken of. */
const familiar = ['extra', 'other'];

/** Which names the properties of an object may have, and what each name brings with it. */
export class NameChoice {
  readonly #solving: Solving;
  readonly #properties = new Map<string, Claim[]>();
  readonly #sets: ReadonlyArray<{ readonly names: NameSet; readonly claim: Claim }>;
  readonly #nameClaims: readonly Claim[];
  /** Every name that is spoken of. */
  readonly #spoken: ReadonlySet<string>;
  readonly #patterns: readonly string[];

  constructor(atoms: readonly Atom[], solving: Solving) {
    this.#solving = solving;
    const spoken = new Set<string>();
    const patterns = new Set<string>();
    for (const atom of atoms) {
      if (atom.kind === 'has' || atom.kind === 'has-not' || atom.kind === 'property') spoken.add(atom.name);
      if (atom.kind === 'implies') for (const name of [atom.name, ...atom.wanted]) spoken.add(name);
      if (atom.kind === 'property')
        this.#properties.set(atom.name, [...(this.#properties.get(atom.name) ?? []), atom.claim]);
      if (atom.kind !== 'properties' && atom.kind !== 'some-property') continue;
      for (const name of atom.names.others ?? []) spoken.add(name);
      for (const pattern of [atom.names.pattern, ...(atom.names.otherPatterns ?? [])]) {
        if (pattern !== undefined) patterns.add(pattern);
      }
    }
    this.#sets = atoms.filter((atom) => atom.kind === 'properties');
    this.#nameClaims = atoms.flatMap((atom) => (atom.kind === 'names' ? [atom.claim] : []));
    this.#spoken = spoken;
    this.#patterns = [...patterns];
  }

  allows(name: string): boolean {
    return this.#nameClaims.every((claim) => this.#satisfies(name, claim));
  }

  #satisfies(name: string, claim: Claim): boolean {
    const verdict = this.#solving.acceptance.test(name, claim);
    if (verdict === undefined) this.#solving.inexact('a pattern takes too long to match');
    return verdict === true;
  }

  /** What the value of a property of this name must satisfy. */
  claimsOn(name: string): readonly Claim[] {
    const sets = this.#sets.filter(({ names }) => this.#contains(names, name));
    return [...(this.#properties.get(name) ?? []), ...sets.map(({ claim }) => claim)];
  }

  #contains({ pattern, others, otherPatterns, claim }: NameSet, name: string): boolean {
    const matches = (one: string) => this.#solving.acceptance.matches(one, name);
    if (others?.has(name) || otherPatterns?.some(matches)) return false;
    if (pattern !== undefined && !matches(pattern)) return false;
    return claim === undefined || this.#satisfies(name, claim);
  }

  /** Names in a set: those that are there, those that are spoken of, then new ones, one for each class of patterns. */
  *candidates(names: NameSet, present: ReadonlyMap<string, unknown>): Generator<string> {
    const known = new Set([...present.keys(), ...this.#spoken]);
    for (const name of known) if (this.#contains(names, name) && this.allows(name)) yield name;
    const unspoken = familiar.filter((name) => !known.has(name) && this.#contains(names, name) && this.allows(name));
    yield* unspoken;
    yield* this.#fresh(names, [...known, ...unspoken]);
  }

  *#fresh(names: NameSet, taken: readonly string[]): Generator<string> {
    const certain = names.pattern === undefined ? [] : [names.pattern];
    const barred = names.otherPatterns ?? [];
    const free = this.#patterns.filter((pattern) => !certain.includes(pattern) && !barred.includes(pattern));
    if (free.length > mostPatterns) this.#solving.inexact('the names match patterns in more ways than could be tried');
    const few = free.slice(0, mostPatterns);
    for (let bits = 0; bits < 2 ** few.length; bits++) {
      const matched = few.filter((_, i) => (bits & (1 << i)) !== 0);
      const unmatched = few.filter((_, i) => (bits & (1 << i)) === 0);
      const name = this.#solving.inhabitant([
        ...this.#nameClaims,
        ...(names.claim === undefined ? [] : [names.claim]),
        text,
        ...[...certain, ...matched].map((pattern) => matching(pattern, true)),
        ...[...barred, ...unmatched].map((pattern) => matching(pattern, false)),
        ...(taken.length === 0 ? [] : [differentFrom(taken)]),
      ]);
      if (typeof name === 'string') yield name;
    }
  }
}

const text: Claim = { schema: makeSchema({ types: ['string'] }), scope: made, holds: true };

function matching(pattern: string, holds: boolean): Claim {
  return { schema: makeSchema({ types: ['string'], pattern }), scope: made, holds };
}
