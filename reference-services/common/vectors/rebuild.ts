import { ObservedError } from '../health.ts';
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
  /** Without one, an index that lacks something stays like that until another process has written it. */
  readonly source?: SegmentSource | undefined;
  readonly onDone: (points: number) => void;
  readonly onError: (error: unknown) => void;
  /** How often to look whether there is something to rebuild; 30,000 when left out. */
  readonly lookEveryMs?: number;
}

/** Writes what is stored into an index that had to begin empty, beside the searches that it already answers. */
export function startRebuild(
  opened: OpenVectors,
  { source, onDone, onError, lookEveryMs = 30_000 }: RebuildOptions,
): Rebuild {
  const stopping = new AbortController();
  let failed = false;
  let running: Promise<void> | undefined = opened.incomplete && source ? rebuild(source) : undefined;
  // Another process that reads the same index may find it damaged, and leaves the rebuilding to whoever has a source.
  const looking = setInterval(look, lookEveryMs).unref();
  return {
    async probe() {
      if (running !== undefined || (await opened.isIncomplete())) throw new ObservedError(missing());
    },
    settled: async () => running,
    async stop() {
      clearInterval(looking);
      stopping.abort();
      await running;
    },
  };

  function missing(): string {
    if (running !== undefined) return 'The index is being rebuilt, and searches find a part of the segments.';
    if (failed) return 'The rebuilding of the index has failed. It is tried again soon.';
    return 'The index lacks what an index that was set aside held, until the embeddings service has written it again.';
  }

  async function look(): Promise<void> {
    if (source === undefined || running !== undefined || stopping.signal.aborted) return;
    const isIncomplete = await opened.isIncomplete().catch(() => false);
    if (isIncomplete && running === undefined && !stopping.signal.aborted) running = rebuild(source);
  }

  async function rebuild(from: SegmentSource): Promise<void> {
    let points = 0;
    try {
      for await (const batch of from({ signal: stopping.signal })) {
        stopping.signal.throwIfAborted();
        points += await writeMissing(opened.index, batch);
      }
      await opened.markComplete();
      failed = false;
      onDone(points);
    } catch (error) {
      failed = true;
      if (!stopping.signal.aborted) onError(error);
    } finally {
      running = undefined;
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
