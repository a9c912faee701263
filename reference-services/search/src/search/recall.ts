import type { Clock } from '../../../common/clock.ts';
import type { VectorHit, VectorIndex, VectorSearchOptions } from '../../../common/vectors/vector-index.ts';

export interface Recall {
  /** Measures a share of the searches, beside them: nobody waits for it. */
  sample(vector: Float32Array, options: VectorSearchOptions, found: readonly VectorHit[]): void;
  /** The mean of the latest measurements. */
  last(): { readonly recallAt10: number; readonly measuredAt: string } | undefined;
  /** Resolves when no measurement is under way. */
  settled(): Promise<void>;
}

export interface RecallOptions {
  readonly index: VectorIndex;
  /** From 0 to 1. */
  readonly share: number;
  readonly clock: Clock;
  /** Gets the mean of the latest measurements. */
  readonly onMeasured: (mean: number) => void;
  readonly onError: (error: unknown) => void;
  /** From 0 to less than 1; `Math.random` when left out. */
  readonly random?: () => number;
}

const depth = 10;
const remembered = 100;

/** Holds approximate answers against exact ones. */
export function createRecall(options: RecallOptions): Recall {
  const { index, share, clock, onMeasured, onError, random = Math.random } = options;
  const latest: number[] = [];
  let measuredAt = '';
  let pending: Promise<void> | undefined;
  return {
    sample(vector, asked, found) {
      // One at a time: an exact search of a large index is long work.
      if (pending !== undefined || random() >= share) return;
      pending = measure(vector, asked, found)
        .catch(onError)
        .finally(() => {
          pending = undefined;
        });
    },
    last: () => (latest.length === 0 ? undefined : { recallAt10: mean(), measuredAt }),
    async settled() {
      await pending;
    },
  };

  function mean(): number {
    return latest.reduce((sum, recall) => sum + recall, 0) / latest.length;
  }

  async function measure(vector: Float32Array, asked: VectorSearchOptions, found: readonly VectorHit[]): Promise<void> {
    const exact = await index.search(vector, { ...asked, limit: depth, exact: true });
    if (exact.length === 0) return;
    const ids = new Set(found.slice(0, depth).map(({ id }) => id));
    const recall = exact.filter(({ id }) => ids.has(id)).length / exact.length;
    latest.push(recall);
    if (latest.length > remembered) latest.shift();
    measuredAt = clock().toISOString();
    onMeasured(mean());
  }
}
