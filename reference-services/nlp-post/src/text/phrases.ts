import type { Token } from './tokens.ts';

interface Branch<Value> {
  readonly next: Map<string, Branch<Value>>;
  value?: Value;
}

export interface Phrase<Value> {
  readonly value: Value;
  readonly start: number;
  /** The place after its last token. */
  readonly end: number;
}

/** Phrases of one or more words, found at a place in as many steps as the longest one has words. */
export class Phrases<Value> {
  readonly #root: Branch<Value> = { next: new Map() };

  constructor(entries: Iterable<readonly [phrase: string, value: Value]>) {
    for (const [phrase, value] of entries) this.#add(phrase, value);
  }

  /** Phrases that mean nothing but themselves, separated by commas. */
  static of(list: string): Phrases<string> {
    const phrases = list.split(',').map((phrase) => phrase.trim());
    return new Phrases(phrases.map((phrase) => [phrase, phrase] as const));
  }

  /** The longest phrase that starts at the token. */
  at(tokens: readonly Token[], index: number): Phrase<Value> | undefined {
    let branch: Branch<Value> | undefined = this.#root;
    let found: Phrase<Value> | undefined;
    for (let place = index; branch !== undefined; place += 1) {
      if (branch.value !== undefined) found = { value: branch.value, start: index, end: place };
      branch = branch.next.get(tokens[place]?.lower ?? '');
    }
    return found;
  }

  #add(phrase: string, value: Value): void {
    let branch = this.#root;
    for (const word of phrase.split(' ')) {
      const next: Branch<Value> = branch.next.get(word) ?? { next: new Map() };
      branch.next.set(word, next);
      branch = next;
    }
    branch.value = value;
  }
}
