import { createHash } from 'node:crypto';
import { fingerprint } from '../../../common/fingerprint.ts';
import type { SegmentPayload } from '../../../common/vectors/vector-index.ts';
import type { RecordingFacts } from '../recordings.ts';
import type { StoredTranscript } from '../store/transcripts.ts';

type UntimedPayload = Omit<SegmentPayload, 'createdAt' | 'updatedAt'>;

/** A sentence as the index is to hold it. */
export interface Segment {
  readonly payload: UntimedPayload;
  /** Differs when anything differs that the index holds of it. */
  readonly fingerprint: string;
}

/** Sentences whose confidence nobody has told count as certain, as do words that a person wrote. */
const unknownConfidence = 1;

export function segmentsOf(transcript: StoredTranscript, facts: RecordingFacts): readonly Segment[] {
  const { tenantId, recordingId, id: transcriptId, language, sentences } = transcript;
  return sentences.map((sentence, index) => {
    const { segmentId, text, startSeconds, endSeconds, speakerId } = sentence;
    const payload: UntimedPayload = {
      ...{ tenantId, recordingId, transcriptId, segmentId, index, text, startSeconds, endSeconds, language },
      confidence: facts.confidenceOf(sentence) ?? unknownConfidence,
      ...(speakerId !== undefined && { speakerId }),
      labels: facts.labels,
      recordedAt: facts.recordedAt,
      ...(facts.title !== undefined && { recordingTitle: facts.title }),
      // Not the one of the event: a wrong one would give this text the vector of another.
      contentHash: createHash('sha256').update(text).digest('hex'),
    };
    return { payload, fingerprint: fingerprint(payload) };
  });
}
