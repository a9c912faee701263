import type { Clock } from '../../../common/clock.ts';
import type { Database } from '../../../common/database/database.ts';
import type { Encoder } from '../../../common/encoder/encoder.ts';
import type { VectorIndex, VectorPoint } from '../../../common/vectors/vector-index.ts';
import { PermanentError } from '../../../events/nlp-postprocessed/generated/index.ts';
import type { WorkerMetrics } from '../metrics.ts';
import type { Recordings } from '../recordings.ts';
import type { Attempts } from '../store/attempts.ts';
import type { JobRow } from '../store/job-row.ts';
import type { KnownPoint, Points, PointsOf } from '../store/points.ts';
import { findCurrentTranscript } from '../store/transcripts.ts';
import type { Announce } from './announce.ts';
import { encodeSegments } from './known-vectors.ts';
import { pointOf } from './point.ts';
import { type Segment, segmentsOf } from './segments.ts';

export interface EmbedParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly encoder: Encoder;
  readonly index: VectorIndex;
  readonly recordings: Recordings;
  readonly points: Points;
  readonly attempts: Attempts;
  readonly announce: Announce;
  readonly metrics: WorkerMetrics;
}

const batchSize = 500;

/**
 * Brings the index to hold the sentences of the recording's current transcript, each once and nothing else. Every step may
 * be repeated, and what an attempt that was cut off has written is found by the next one.
 */
export async function embed(job: JobRow, parts: EmbedParts): Promise<void> {
  const { database, encoder, index, recordings, points, attempts, announce, metrics } = parts;
  const { tenant_id: tenantId, recording_id: recordingId, transcript_id: transcriptId } = job;
  if (job.model_id !== encoder.id) throw new PermanentError(`The encoder ${job.model_id} is not loaded.`);
  const transcript = await findCurrentTranscript(database, tenantId, recordingId);
  if (transcript?.id !== transcriptId) return attempts.cancel(job);

  const segments = segmentsOf(transcript, await recordings.describe({ tenantId, recordingId, transcriptId }));
  const onBatch = () => attempts.renew(job);
  const { vectors, made } = await encodeSegments(segments, parts, { tenant: tenantId, reuse: job.reuse, onBatch });

  const of: PointsOf = { tenantId, recordingId, modelId: encoder.id };
  const known = await trustworthy(await points.list(of), of, index);
  const wanted = new Set(segments.map(({ payload }) => payload.segmentId));
  const gone = [...known.keys()].filter((segmentId) => !wanted.has(segmentId));
  const isNew = ({ payload, fingerprint }: Segment) =>
    made.has(payload.contentHash) || known.get(payload.segmentId)?.fingerprint !== fingerprint;
  const changed = segments.filter(isNew);

  for (const batch of batches(changed)) {
    await points.expect(
      of,
      batch.map(({ payload }) => payload.segmentId),
    );
    await index.upsert(batch.map(toPoint));
    await onBatch();
  }
  for (const segmentIds of batches(gone)) {
    await index.delete({ tenantId, recordingIds: [recordingId], segmentIds });
    await onBatch();
  }

  const created = segments.filter(({ payload }) => made.has(payload.contentHash)).length;
  const counts = { created, reused: segments.length - created, deleted: gone.length };
  await database.transaction(async (tx) => {
    await points.written(tx, of, new Map(changed.map(({ payload, fingerprint }) => [payload.segmentId, fingerprint])));
    await points.forget(tx, of, gone);
    await attempts.succeed(tx, job, counts);
    const changedIds = changed.map(({ payload }) => payload.segmentId);
    await announce(tx, job, { counts, segmentIds: changedIds, deletedSegmentIds: gone });
  });
  metrics.wrote(counts);

  function toPoint({ payload }: Segment): VectorPoint {
    const vector = vectors.get(payload.contentHash);
    if (vector === undefined) throw new Error(`The encoder made no vector of ${payload.segmentId}.`);
    const now = parts.clock();
    return pointOf(payload, vector, encoder, {
      createdAt: known.get(payload.segmentId)?.createdAt ?? now,
      updatedAt: now,
    });
  }
}

/** An index that was lost or begun anew holds less than it was given: then everything is written again. */
async function trustworthy(
  known: ReadonlyMap<string, KnownPoint>,
  { tenantId, recordingId }: PointsOf,
  index: VectorIndex,
): Promise<ReadonlyMap<string, KnownPoint>> {
  const told = [...known.values()].filter(({ fingerprint }) => fingerprint !== null).length;
  if ((await index.count({ tenantId, recordingIds: [recordingId] })) >= told) return known;
  return new Map([...known].map(([segmentId, point]) => [segmentId, { ...point, fingerprint: null }]));
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
