import { parsePattern } from './parse.ts';
import { search } from './search.ts';
import { type Term, Terms } from './term.ts';

export interface Wanted {
  /** Patterns that must match, and patterns that must not. */
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  /** Texts that do not count. */
  readonly barred: readonly string[];
  /** In code points. */
  readonly min: number;
  readonly max: number;
}

export type Result =
  | { readonly kind: 'found'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unsure'; readonly reason: string };

const steps = 20_000;
const mostTerms = 200_000;

/** Decides intersections of patterns and their complements. Remembers what patterns and questions were seen. */
export class Languages {
  #terms = new Terms();
  readonly #patterns = new Map<string, Term | undefined>();
  readonly #results = new Map<string, Result>();

  search(wanted: Wanted): Result {
    const key = JSON.stringify(wanted);
    const known = this.#results.get(key);
    if (known !== undefined) return known;
    if (this.#terms.size > mostTerms) this.#forget();
    const result = this.#search(wanted);
    this.#results.set(key, result);
    return result;
  }

  #search({ positive, negative, barred, min, max }: Wanted): Result {
    const terms = this.#terms;
    const unread = [...positive, ...negative].filter((pattern) => this.#read(pattern) === undefined);
    const conjuncts = [
      ...positive.map((pattern) => this.#read(pattern) ?? terms.all),
      ...negative.map((pattern) => terms.not(this.#read(pattern) ?? terms.none)),
    ];
    // Lengths make many states; often the patterns alone settle it.
    const unsized = search(terms.and(conjuncts), terms, steps);
    if (unsized.complete) return { kind: 'empty' };
    const texts = barred.map((text) => terms.not(this.#text(text)));
    const sized = terms.and([...conjuncts, ...texts, terms.repeat(terms.any, min, max)]);
    const found = search(sized, terms, steps);
    if (found.complete) return { kind: 'empty' };
    if (unread.length > 0) {
      return { kind: 'unsure', reason: `the pattern ${unread[0]} cannot be compared with others` };
    }
    const [text] = found.texts;
    if (text === undefined) return { kind: 'unsure', reason: 'the patterns are too large to compare' };
    return { kind: 'found', text };
  }

  #read(pattern: string): Term | undefined {
    if (!this.#patterns.has(pattern)) this.#patterns.set(pattern, parsePattern(pattern, this.#terms));
    return this.#patterns.get(pattern);
  }

  #text(text: string): Term {
    const characters = [...text].map((character) => {
      const code = character.codePointAt(0) ?? 0;
      return this.#terms.characters([{ min: code, max: code }]);
    });
    return characters.reduceRight((rest, character) => this.#terms.then(character, rest), this.#terms.empty);
  }

  #forget(): void {
    this.#terms = new Terms();
    this.#patterns.clear();
  }
}
