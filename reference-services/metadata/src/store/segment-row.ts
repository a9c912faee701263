import type { Versioned } from '../../../common/store/versioned.ts';
import type { Segment, Word } from '../../generated/types.ts';
import { present } from './present.ts';

export const segmentColumns = `id, transcript_id, recording_id, position, text, start_seconds, end_seconds, confidence,
  speaker_id, words, created_at, updated_at, version`;

export interface SegmentRow {
  readonly id: string;
  readonly transcript_id: string;
  readonly recording_id: string;
  readonly position: number;
  readonly text: string;
  readonly start_seconds: number;
  readonly end_seconds: number;
  readonly confidence: number;
  readonly speaker_id: string | null;
  readonly words: Word[] | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

export function segmentOf(row: SegmentRow): Versioned<Segment> {
  const value: Segment = {
    id: row.id,
    transcriptId: row.transcript_id,
    recordingId: row.recording_id,
    index: row.position,
    text: row.text,
    startSeconds: row.start_seconds,
    endSeconds: row.end_seconds,
    confidence: row.confidence,
    ...present({ speakerId: row.speaker_id, words: row.words }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
  return { value, version: row.version };
}
