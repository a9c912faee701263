/** What a model made of a batch: for each text and token, or for each text already, its components in a row. */
export interface ModelOutput {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** One vector of length 1 for each text: the mean of its tokens' vectors, padding left out. */
export function poolMeans({ data, dims }: ModelOutput, lengths: readonly number[]): readonly Float32Array[] {
  const dimensions = dims.at(-1) ?? 0;
  const perText = dims.length === 2 ? dimensions : (dims[1] ?? 0) * dimensions;
  return lengths.map((length, text) => {
    const start = text * perText;
    const vector = new Float32Array(dimensions);
    // The sum points where the mean does, and the length is put right afterwards.
    const end = start + (dims.length === 2 ? dimensions : length * dimensions);
    for (let at = start; at < end; at += 1) {
      const place = (at - start) % dimensions;
      vector[place] = (vector[place] ?? 0) + (data[at] ?? 0);
    }
    return normalised(vector);
  });
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0
    ? Float32Array.from(vector, (_, place) => (place === 0 ? 1 : 0))
    : vector.map((it) => it / length);
}
