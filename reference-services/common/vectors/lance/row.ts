import { termsOf } from '../terms.ts';
import type { SegmentPayload, VectorPoint } from '../vector-index.ts';

/** A point as a row of the table: columns for what filters ask, and the whole payload as JSON. */
export interface SegmentRow extends Record<string, unknown> {
  readonly id: string;
  readonly vector: Iterable<number>;
  readonly tenant_id: string;
  readonly recording_id: string;
  readonly transcript_id: string;
  readonly segment_id: string;
  /** Empty when nobody knows who speaks. */
  readonly speaker_id: string;
  readonly language: string;
  readonly labels: readonly string[];
  readonly recorded_ms: number;
  readonly start_seconds: number;
  readonly end_seconds: number;
  /** What the full-text index reads, with spaces between. */
  readonly terms: string;
  readonly payload: string;
}

export function rowOf({ id, vector, payload }: VectorPoint): SegmentRow {
  return {
    id,
    vector: Array.from(vector),
    tenant_id: payload.tenantId,
    recording_id: payload.recordingId,
    transcript_id: payload.transcriptId,
    segment_id: payload.segmentId,
    speaker_id: payload.speakerId ?? '',
    language: payload.language,
    labels: payload.labels,
    recorded_ms: Date.parse(payload.recordedAt),
    start_seconds: payload.startSeconds,
    end_seconds: payload.endSeconds,
    terms: termsOf(payload.text).join(' '),
    payload: JSON.stringify(payload),
  };
}

/** Only `rowOf` writes this column. */
export function payloadOf(row: { readonly payload: string }): SegmentPayload {
  return JSON.parse(row.payload) as SegmentPayload;
}
