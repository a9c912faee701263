import { queryTerms, termsOf } from '../terms.ts';

/** A vector with a place for every word that there could be, of which only those that are not zero are written down. */
export interface SparseVector {
  readonly indices: number[];
  readonly values: number[];
}

const k1 = 1.2;
const b = 0.75;
/** In terms: a sentence of some fifteen words, most of them with marks. It should not change, because it is in every vector. */
const usualLength = 26;

/** The part of BM25 that a text has to itself; Qdrant multiplies by how rare each word is. */
export function sparseText(text: string): SparseVector {
  const terms = termsOf(text);
  const norm = k1 * (1 - b + (b * terms.length) / usualLength);
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(placeOf(term), (counts.get(placeOf(term)) ?? 0) + 1);
  return {
    indices: [...counts.keys()],
    values: [...counts.values()].map((count) => (count * (k1 + 1)) / (count + norm)),
  };
}

export function sparseQuery(query: string): SparseVector {
  const indices = [...new Set([...queryTerms(query)].map(placeOf))];
  return { indices, values: indices.map(() => 1) };
}

/** FNV-1a: of four thousand million places, two words rarely share one. */
function placeOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
