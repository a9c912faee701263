import type { Database } from '../../common/database/database.ts';
import type { Encoder } from '../../common/encoder/encoder.ts';
import type { SegmentSource } from '../../common/vectors/rebuild.ts';
import type { VectorPoint } from '../../common/vectors/vector-index.ts';
import type { Recordings } from './recordings.ts';
import { createPoints } from './store/points.ts';
import { listCurrentTranscripts, type StoredTranscript } from './store/transcripts.ts';
import { findVectors } from './store/vectors.ts';
import { pointOf } from './worker/point.ts';
import { segmentsOf } from './worker/segments.ts';

export interface SourceParts {
  readonly database: Database;
  readonly encoder: Encoder;
  readonly recordings: Recordings;
}

/** All points as this service has stored them, a recording at a time, for an index that has to be written anew. */
export function createSegmentSource({ database, encoder, recordings }: SourceParts): SegmentSource {
  const points = createPoints({ database, clock: () => new Date() });
  return async function* source({ signal }) {
    for await (const transcript of listCurrentTranscripts(database)) {
      signal.throwIfAborted();
      yield await pointsOf(transcript);
    }
  };

  /** Sentences that have no vector yet are left to their job. */
  async function pointsOf(transcript: StoredTranscript): Promise<readonly VectorPoint[]> {
    const { tenantId, recordingId, id: transcriptId } = transcript;
    const facts = await recordings.describe({ tenantId, recordingId, transcriptId });
    const segments = segmentsOf(transcript, facts);
    const hashes = [...new Set(segments.map(({ payload }) => payload.contentHash))];
    const vectors = await findVectors(database, tenantId, encoder, hashes);
    const known = await points.list({ tenantId, recordingId, modelId: encoder.id });
    return segments.flatMap(({ payload }) => {
      const vector = vectors.get(payload.contentHash);
      const point = known.get(payload.segmentId);
      if (vector === undefined || point === undefined) return [];
      return [pointOf(payload, vector, encoder, { createdAt: point.createdAt, updatedAt: point.updatedAt })];
    });
  }
}
