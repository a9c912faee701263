import type { EncodeOptions, Encoder } from './encoder.ts';
import { withoutMarks, wordsOf } from './words.ts';

export interface HashingOptions {
  /** A power of two. */
  readonly dimensions?: number;
}

/** How much each kind of feature counts. Words count most; marks add to what their letters say already. */
const weights = { word: 1, bareWord: 1, pair: 0.7, barePair: 0.7, gram: 0.35 } as const;
const gramLength = 3;

/**
 * An encoder without a model file: words, pairs of words and groups of three letters are hashed to places of the vector, with
 * a sign (feature hashing, Weinberger et al. 2009). What it measures is **lexical** likeness: texts are near each other when
 * they share spellings, and synonyms are not. Every word counts with its marks and without them, so that a query
 * typed without them finds what has them. The same text gives the same vector on every machine.
 */
export function createHashingEncoder({ dimensions = 256 }: HashingOptions = {}): Encoder {
  return {
    id: 'mdl_01KA000000HASHENCAAAAAAA01',
    version: '1.0.0',
    name: `hashing-${dimensions}`,
    kind: 'hashing',
    dimensions,
    maxTokens: null,
    encode: async (texts, { signal }: EncodeOptions = {}) =>
      texts.map((text) => {
        signal?.throwIfAborted();
        return vectorOf(text, dimensions);
      }),
  };
}

function vectorOf(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [feature, { count, weight }] of featuresOf(text)) {
    const hash = hashOf(feature);
    // The lowest bits choose the place and the highest the sign, so that features that collide cancel out on average.
    const place = hash & (dimensions - 1);
    const sign = hash >>> 31 === 0 ? 1 : -1;
    vector[place] = (vector[place] ?? 0) + sign * weight * (1 + Math.log(count));
  }
  return normalised(vector);
}

interface Feature {
  readonly weight: number;
  count: number;
}

function featuresOf(text: string): ReadonlyMap<string, Feature> {
  const features = new Map<string, Feature>();
  const add = (kind: keyof typeof weights, value: string): void => {
    const key = `${kind} ${value}`;
    const known = features.get(key);
    if (known === undefined) features.set(key, { weight: weights[kind], count: 1 });
    else known.count += 1;
  };
  const words = wordsOf(text);
  const bare = words.map(withoutMarks);
  for (const word of words) add('word', word);
  for (const pair of pairsOf(words)) add('pair', pair);
  for (const word of bare) add('bareWord', word);
  for (const pair of pairsOf(bare)) add('barePair', pair);
  for (const gram of bare.flatMap(gramsOf)) add('gram', gram);
  return features;
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

/** Groups of letters with the edges of the word marked; a short word is one group. */
function gramsOf(word: string): readonly string[] {
  const letters = [...`^${word}$`];
  const last = Math.max(0, letters.length - gramLength);
  return Array.from({ length: last + 1 }, (_, start) => letters.slice(start, start + gramLength).join(''));
}

/** FNV-1a over UTF-16 code units, mixed once more because the lowest bits alone choose the place. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A text without any word has no direction of its own; all of them get the same. */
function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length === 0) vector[0] = 1;
  else for (const [place, value] of vector.entries()) vector[place] = value / length;
  return vector;
}
