import { nullable, type Term, type Terms } from './term.ts';

/** What may follow a character: the texts `w` such that `character + w` is in the language. */
export function derive(term: Term, character: number, terms: Terms): Term {
  switch (term.kind) {
    case 'none':
    case 'empty':
      return terms.none;
    case 'characters':
      return term.ranges.some(({ min, max }) => min <= character && character <= max) ? terms.empty : terms.none;
    case 'then': {
      const first = terms.then(derive(term.first, character, terms), term.second);
      return nullable(term.first) ? terms.or([first, derive(term.second, character, terms)]) : first;
    }
    case 'repeat': {
      const left = terms.repeat(term.body, Math.max(0, term.min - 1), term.max - 1);
      return terms.then(derive(term.body, character, terms), left);
    }
    case 'or':
      return terms.or(term.parts.map((part) => derive(part, character, terms)));
    case 'and':
      return terms.and(term.parts.map((part) => derive(part, character, terms)));
    case 'not':
      return terms.not(derive(term.body, character, terms));
  }
}

type CharactersTerm = Extract<Term, { kind: 'characters' }>;

/** The sets of characters that the next character is held against. */
export function headsOf(term: Term, found: Set<CharactersTerm> = new Set()): ReadonlySet<CharactersTerm> {
  switch (term.kind) {
    case 'characters':
      found.add(term);
      break;
    case 'then':
      headsOf(term.first, found);
      if (nullable(term.first)) headsOf(term.second, found);
      break;
    case 'repeat':
    case 'not':
      headsOf(term.body, found);
      break;
    case 'or':
    case 'and':
      for (const part of term.parts) headsOf(part, found);
      break;
    default:
  }
  return found;
}
