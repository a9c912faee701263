/** Robertson's usual settings, which Lance and Qdrant use too. */
const k1 = 1.2;
const b = 0.75;

/** BM25 of each document, in their order, with the frequencies of these documents. */
export function bm25(documents: readonly (readonly string[])[], query: ReadonlySet<string>): readonly number[] {
  const frequencies = documents.map((terms) => countTerms(terms, query));
  const averageLength = documents.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, documents.length);
  const rarity = new Map([...query].map((term) => [term, rarityOf(term, frequencies)]));
  return documents.map(({ length }, place) => {
    const norm = k1 * (1 - b + (b * length) / averageLength);
    let score = 0;
    for (const [term, count] of frequencies[place] ?? []) {
      score += ((rarity.get(term) ?? 0) * count * (k1 + 1)) / (count + norm);
    }
    return score;
  });
}

function countTerms(terms: readonly string[], query: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) if (query.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function rarityOf(term: string, frequencies: readonly ReadonlyMap<string, number>[]): number {
  const holding = frequencies.filter((counts) => counts.has(term)).length;
  return Math.log(1 + (frequencies.length - holding + 0.5) / (holding + 0.5));
}
