/** A generator that can be begun anew, unlike `Math.random` (mulberry32): numbers from 0 to less than 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A vector of length 1 in any direction: normal components (Box and Muller), because uniform ones prefer the corners. */
export function randomDirection(dimensions: number, random: () => number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (let place = 0; place < dimensions; place += 2) {
    const length = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    vector[place] = length * Math.cos(angle);
    if (place + 1 < dimensions) vector[place + 1] = length * Math.sin(angle);
  }
  return toUnitLength(vector);
}

export function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const factor = 1 / Math.sqrt(squares);
  for (let place = 0; place < vector.length; place += 1) vector[place] = (vector[place] ?? 0) * factor;
  return vector;
}
