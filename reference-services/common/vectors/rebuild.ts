import type { OpenVectors } from './open-vectors.ts';
import type { VectorIndex, VectorPoint } from './vector-index.ts';

/** Everything that an index has to hold, in batches of one tenant each, as it is stored elsewhere. */
export type SegmentSource = (options: { readonly signal: AbortSignal }) => AsyncIterable<readonly VectorPoint[]>;

export interface Rebuild {
  /** Rejects while the index lacks something, and says what it is doing about it. */
  probe(): Promise<void>;
  /** Resolves when the index is whole, or the attempt has failed. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface RebuildOptions {
  /** Without one, an index that lacks something stays like that until its points are written by others. */
  readonly source?: SegmentSource | undefined;
  readonly onDone: (points: number) => void;
  readonly onError: (error: unknown) => void;
}

/** Writes what is stored into an index that had to begin empty, beside the searches that it already answers. */
export function startRebuild(opened: OpenVectors, { source, onDone, onError }: RebuildOptions): Rebuild {
  const stopping = new AbortController();
  let missing: string | undefined;
  let points = 0;
  const running = opened.incomplete ? rebuild() : Promise.resolve();
  return {
    async probe() {
      if (missing !== undefined) throw new Error(missing);
    },
    settled: () => running,
    async stop() {
      stopping.abort();
      await running;
    },
  };

  async function rebuild(): Promise<void> {
    missing = 'The index lacks what an index that was set aside held, and there is nothing to rebuild it from.';
    if (source === undefined) return;
    missing = 'The index is being rebuilt, and searches find a part of the segments.';
    try {
      for await (const batch of source({ signal: stopping.signal })) {
        stopping.signal.throwIfAborted();
        points += await writeMissing(opened.index, batch);
      }
      opened.markComplete();
      missing = undefined;
      onDone(points);
    } catch (error) {
      missing = 'The rebuilding of the index has failed. It is tried again when the service starts.';
      if (!stopping.signal.aborted) onError(error);
    }
  }
}

/** The index began empty, so a point that is there was written meanwhile and is the newer one. */
async function writeMissing(index: VectorIndex, batch: readonly VectorPoint[]): Promise<number> {
  const [first] = batch;
  if (first === undefined) return 0;
  const segmentIds = batch.map(({ payload }) => payload.segmentId);
  const filter = { tenantId: first.payload.tenantId, segmentIds };
  const there = new Set((await index.scroll({ filter, limit: batch.length })).map(({ id }) => id));
  const missing = batch.filter(({ id }) => !there.has(id));
  await index.upsert(missing);
  return missing.length;
}
