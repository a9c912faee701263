/** Inclusive ranges of code points, sorted, apart from each other. */
export type Characters = ReadonlyArray<{ readonly min: number; readonly max: number }>;

/**
 * A regular language as an expression with intersection and complement. Equal terms are one object, so that the
 * derivatives of a term are finitely many (Brzozowski 1964) and can be told apart by identity.
 */
export type Term =
  | { readonly kind: 'none'; readonly id: number }
  | { readonly kind: 'empty'; readonly id: number }
  | { readonly kind: 'characters'; readonly id: number; readonly ranges: Characters }
  | { readonly kind: 'then'; readonly id: number; readonly first: Term; readonly second: Term }
  | { readonly kind: 'repeat'; readonly id: number; readonly body: Term; readonly min: number; readonly max: number }
  | { readonly kind: 'or' | 'and'; readonly id: number; readonly parts: readonly Term[] }
  | { readonly kind: 'not'; readonly id: number; readonly body: Term };

/** Every code point that a text can hold: surrogates come in pairs only, and a pair is one code point. */
export const everyCharacter: Characters = [
  { min: 0, max: 0xd7ff },
  { min: 0xe000, max: 0x10ffff },
];

/** Makes terms, in a form where associativity, idempotence and units are already used. */
export class Terms {
  readonly #made = new Map<string, Term>();
  readonly none = this.#make('none', (id) => ({ kind: 'none', id }));
  readonly empty = this.#make('empty', (id) => ({ kind: 'empty', id }));
  readonly any = this.characters(everyCharacter);
  readonly all = this.repeat(this.any, 0, Number.POSITIVE_INFINITY);

  get size(): number {
    return this.#made.size;
  }

  characters(ranges: Characters): Term {
    if (ranges.length === 0) return this.none;
    const key = `c${ranges.map(({ min, max }) => `${min}-${max}`).join()}`;
    return this.#make(key, (id) => ({ kind: 'characters', id, ranges }));
  }

  // biome-ignore lint/suspicious/noThenProperty: the usual name would be "concat"; a Terms is never awaited.
  then(first: Term, second: Term): Term {
    if (first.kind === 'none' || second.kind === 'none') return this.none;
    if (first.kind === 'empty') return second;
    if (second.kind === 'empty') return first;
    if (first.kind === 'then') return this.then(first.first, this.then(first.second, second));
    if (first === this.all && second === this.all) return first;
    return this.#make(`t${first.id},${second.id}`, (id) => ({ kind: 'then', id, first, second }));
  }

  repeat(body: Term, min: number, max: number): Term {
    if (max === 0 || body.kind === 'empty') return this.empty;
    if (body.kind === 'none') return min === 0 ? this.empty : this.none;
    if (min === 1 && max === 1) return body;
    const least = nullable(body) ? 0 : min;
    return this.#make(`r${body.id},${least},${max}`, (id) => ({ kind: 'repeat', id, body, min: least, max }));
  }

  or(parts: readonly Term[]): Term {
    const flat = distinct(parts.flatMap((part) => (part.kind === 'or' ? part.parts : [part])));
    if (flat.includes(this.all)) return this.all;
    const some = flat.filter((part) => part.kind !== 'none');
    return this.#several('or', some, this.none);
  }

  and(parts: readonly Term[]): Term {
    const flat = distinct(parts.flatMap((part) => (part.kind === 'and' ? part.parts : [part])));
    if (flat.some((part) => part.kind === 'none')) return this.none;
    if (flat.some((part) => part.kind === 'not' && flat.includes(part.body))) return this.none;
    const some = flat.filter((part) => part !== this.all);
    return this.#several('and', some, this.all);
  }

  not(body: Term): Term {
    if (body.kind === 'not') return body.body;
    if (body === this.all) return this.none;
    if (body.kind === 'none') return this.all;
    return this.#make(`n${body.id}`, (id) => ({ kind: 'not', id, body }));
  }

  #several(kind: 'or' | 'and', parts: readonly Term[], unit: Term): Term {
    const [first] = parts;
    if (first === undefined) return unit;
    if (parts.length === 1) return first;
    return this.#make(`${kind}${parts.map((part) => part.id).join()}`, (id) => ({ kind, id, parts }));
  }

  #make(key: string, create: (id: number) => Term): Term {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = create(this.#made.size);
    this.#made.set(key, made);
    return made;
  }
}

function distinct(parts: readonly Term[]): readonly Term[] {
  return [...new Set(parts)].sort((a, b) => a.id - b.id);
}

/** Whether the empty text is in the language. */
export function nullable(term: Term): boolean {
  switch (term.kind) {
    case 'none':
    case 'characters':
      return false;
    case 'empty':
      return true;
    case 'then':
      return nullable(term.first) && nullable(term.second);
    case 'repeat':
      return term.min === 0 || nullable(term.body);
    case 'or':
      return term.parts.some(nullable);
    case 'and':
      return term.parts.every(nullable);
    case 'not':
      return !nullable(term.body);
  }
}
