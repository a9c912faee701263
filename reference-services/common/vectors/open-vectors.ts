import type { VectorIndex } from './vector-index.ts';

export interface OpenVectors {
  readonly index: VectorIndex;
  /** There when an index could not be used, and an empty one took its place. */
  readonly setAside?: SetAside;
  /** Whether the index lacks what one that was set aside held, at this start or an earlier one. */
  readonly incomplete: boolean;
  /** The same now: another process may have begun the index anew since, or written everything again. */
  isIncomplete(): Promise<boolean>;
  /** To be called when everything was written again. */
  markComplete(): Promise<void>;
}

/** An index that lacks nothing, such as one that another service of the process has opened. */
export function wholeVectors(index: VectorIndex): OpenVectors {
  return { index, incomplete: false, isIncomplete: async () => false, markComplete: async () => {} };
}

/** An index that begins empty at every start, whatever is stored elsewhere. */
export function emptyVectors(index: VectorIndex): OpenVectors {
  let isIncomplete = true;
  const markComplete = async () => {
    isIncomplete = false;
  };
  return { index, incomplete: true, isIncomplete: async () => isIncomplete, markComplete };
}

/** Why an index was not used, and where it lies now. */
export interface SetAside {
  readonly reason: string;
  readonly folder: string;
}
