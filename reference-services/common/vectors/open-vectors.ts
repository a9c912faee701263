import type { VectorIndex } from './vector-index.ts';

export interface OpenVectors {
  readonly index: VectorIndex;
  /** There when an index could not be used, and an empty one took its place. */
  readonly setAside?: SetAside;
  /** Whether the index lacks what one that was set aside held, at this start or an earlier one. */
  readonly incomplete: boolean;
  /** To be called when everything was written again. */
  markComplete(): void;
}

/** Why an index was not used, and where it lies now. */
export interface SetAside {
  readonly reason: string;
  readonly folder: string;
}
