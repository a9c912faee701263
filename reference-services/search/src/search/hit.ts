import type { SegmentPayload, VectorHit } from '../../../common/vectors/vector-index.ts';
import type { SearchHit, Segment } from '../../generated/types.ts';
import { highlight } from './highlights.ts';

/** As the contract shows it. Without a query nothing is highlighted. */
export function hitOf({ payload, score }: VectorHit, query: string): SearchHit {
  const { recordingTitle } = payload;
  return {
    segment: segmentOf(payload),
    score: Math.min(1, Math.max(0, score)),
    highlights: highlight(payload.text, query),
    ...(recordingTitle !== undefined && { recordingTitle }),
  };
}

function segmentOf(payload: SegmentPayload): Segment {
  const { speakerId } = payload;
  return {
    id: payload.segmentId,
    transcriptId: payload.transcriptId,
    recordingId: payload.recordingId,
    index: payload.index,
    text: payload.text,
    startSeconds: payload.startSeconds,
    endSeconds: payload.endSeconds,
    confidence: payload.confidence,
    ...(speakerId !== undefined && { speakerId }),
    createdAt: payload.createdAt,
    updatedAt: payload.updatedAt,
  };
}
