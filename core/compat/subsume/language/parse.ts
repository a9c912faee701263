import type { Element, JS } from 'refa';
import { library } from './library.ts';
import { type Characters, everyCharacter, nullable, type Term, type Terms } from './term.ts';

/** Thrown for what has no place among regular expressions here: backreferences, lookbehind, `^` in the middle. */
class Unsupported extends Error {}

/**
 * The texts in which a pattern finds a match, as a term; undefined for a pattern that cannot be read or uses what cannot
 * be expressed.
 */
export function parsePattern(pattern: string, terms: Terms): Term | undefined {
  const parsed = parse(pattern, 'u') ?? parse(pattern, '');
  if (parsed === undefined) return undefined;
  try {
    const { alternatives } = parsed.expression;
    const reader = new Reader(terms, parsed.maxCharacter);
    // A match may start at the start of the text or, where `^` does not hold, after some characters.
    const atStart = reader.alternatives(alternatives, terms.all, true);
    const later = reader.alternatives(alternatives, terms.all, false);
    return terms.or([atStart, terms.then(terms.any, terms.then(terms.all, later))]);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function parse(source: string, flags: string): JS.ParseResult | undefined {
  const refa = library();
  try {
    const parser = refa.JS.Parser.fromLiteral({ source, flags });
    return parser.parse({ assertions: 'parse', backreferences: 'throw', maxNodes: 2000 });
  } catch {
    return undefined;
  }
}

/** A repeated group with an assertion in it is written out this often at most. */
const mostUnrolled = 4;

type Alternatives = ReadonlyArray<{ readonly elements: readonly Element[] }>;

/** Reads an expression from its end, with what follows it in hand: that is what lookahead and `$` speak about. */
class Reader {
  readonly #terms: Terms;
  readonly #largest: number;

  constructor(terms: Terms, largest: number) {
    this.#terms = terms;
    this.#largest = largest;
  }

  alternatives(alternatives: Alternatives, rest: Term, atStart: boolean): Term {
    return this.#terms.or(alternatives.map(({ elements }) => this.#sequence(elements, rest, atStart)));
  }

  #sequence(elements: readonly Element[], rest: Term, atStart: boolean): Term {
    const [first, ...others] = elements;
    if (first === undefined) return rest;
    const follow = (still: boolean) => this.#sequence(others, rest, still);
    switch (first.type) {
      case 'CharacterClass':
        return this.#terms.then(this.#characters(first.characters.ranges), follow(false));
      case 'Alternation':
        return this.#terms.or(
          first.alternatives.map((one) => this.#sequence([...one.elements, ...others], rest, atStart)),
        );
      case 'Quantifier':
        return this.#quantifier(first, others, rest, atStart);
      case 'Assertion':
        return this.#assertion(first, follow(atStart), atStart);
      case 'Unknown':
        throw new Unsupported();
    }
  }

  #quantifier(
    quantifier: Extract<Element, { type: 'Quantifier' }>,
    others: readonly Element[],
    rest: Term,
    atStart: boolean,
  ): Term {
    const { alternatives, min, max } = quantifier;
    const follow = (still: boolean) => this.#sequence(others, rest, still);
    if (max === 0) return follow(atStart);
    if (!hasAssertion(alternatives)) {
      const body = this.alternatives(alternatives, this.#terms.empty, false);
      // With the body skipped or empty, the start may still be where it was.
      if (!atStart || (min > 0 && !nullable(body))) {
        return this.#terms.then(this.#terms.repeat(body, min, max), follow(false));
      }
      const filled = this.#terms.and([body, this.#terms.not(this.#terms.empty)]);
      const some = this.#terms.then(filled, this.#terms.repeat(body, Math.max(0, min - 1), max - 1));
      return this.#terms.or([follow(true), this.#terms.then(some, follow(false))]);
    }
    if (max > mostUnrolled) throw new Unsupported();
    const once = alternatives.map(({ elements }) =>
      this.#sequence(
        [...elements, { ...quantifier, min: Math.max(0, min - 1), max: max - 1 }, ...others],
        rest,
        atStart,
      ),
    );
    return this.#terms.or(min === 0 ? [...once, follow(atStart)] : once);
  }

  #assertion(assertion: Extract<Element, { type: 'Assertion' }>, rest: Term, atStart: boolean): Term {
    if (assertion.kind === 'behind') {
      // `^` reads as "no character before".
      if (!assertion.negate || !isAnyCharacter(assertion.alternatives, this.#largest)) throw new Unsupported();
      return atStart ? rest : this.#terms.none;
    }
    const seen = this.alternatives(assertion.alternatives, this.#terms.all, atStart);
    return this.#terms.and([assertion.negate ? this.#terms.not(seen) : seen, rest]);
  }

  #characters(ranges: Characters): Term {
    // Without the `u` flag a character beyond the basic plane is two units, and this set might accept one of them.
    if (this.#largest === 0xffff && ranges.some(({ max }) => max >= 0xd800)) throw new Unsupported();
    return this.#terms.characters(withoutSurrogates(ranges));
  }
}

function withoutSurrogates(ranges: Characters): Characters {
  return ranges.flatMap(({ min, max }) =>
    everyCharacter
      .map((plane) => ({ min: Math.max(min, plane.min), max: Math.min(max, plane.max) }))
      .filter((part) => part.min <= part.max),
  );
}

function hasAssertion(alternatives: Alternatives): boolean {
  return alternatives.some(({ elements }) =>
    elements.some(
      (element) =>
        element.type === 'Assertion' ||
        element.type === 'Unknown' ||
        ((element.type === 'Quantifier' || element.type === 'Alternation') && hasAssertion(element.alternatives)),
    ),
  );
}

function isAnyCharacter(alternatives: Alternatives, largest: number): boolean {
  const [only] = alternatives;
  const [element] = only?.elements ?? [];
  return (
    alternatives.length === 1 &&
    only?.elements.length === 1 &&
    element?.type === 'CharacterClass' &&
    element.characters.isAll &&
    element.characters.maximum === largest
  );
}
