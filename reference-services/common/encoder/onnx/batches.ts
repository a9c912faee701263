/** A text as the model reads it, with its place among the texts that were given. */
export interface Tokens {
  readonly place: number;
  readonly ids: readonly number[];
}

/**
 * Texts of similar length together, because each is padded to the longest of its batch; a batch holds at most so many
 * tokens, padding included, unless one text alone is longer.
 */
export function batchesOf(texts: readonly Tokens[], tokenBudget: number): readonly (readonly Tokens[])[] {
  const batches: Tokens[][] = [];
  for (const text of texts.toSorted((one, other) => one.ids.length - other.ids.length)) {
    const batch = batches.at(-1);
    // Sorted by length, so the one to come is the longest.
    if (batch !== undefined && (batch.length + 1) * text.ids.length <= tokenBudget) batch.push(text);
    else batches.push([text]);
  }
  return batches;
}
