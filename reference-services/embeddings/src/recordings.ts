import { decodeTime } from 'ulid';
import type { SentenceSegment } from '../../events/nlp-postprocessed/generated/types.ts';

/** What a hit shows of its recording and a filter asks of it, beside what the event says. */
export interface RecordingFacts {
  readonly title?: string;
  readonly labels: readonly string[];
  /** When it was made; when it was created, if nobody knows. */
  readonly recordedAt: string;
  /** How sure the recogniser was of a sentence; undefined when nobody knows. */
  readonly confidenceOf: (sentence: SentenceSegment) => number | undefined;
}

export interface RecordingRef {
  readonly tenantId: string;
  readonly recordingId: string;
  readonly transcriptId: string;
}

/** Where the facts come from. */
export interface Recordings {
  describe(recording: RecordingRef): Promise<RecordingFacts>;
}

/** Without the metadata service, the id alone tells something: when the recording was created. */
export const recordingsByTheirIds: Recordings = {
  describe: async ({ recordingId }) => ({
    labels: [],
    recordedAt: new Date(decodeTime(recordingId.slice('rec_'.length))).toISOString(),
    confidenceOf: () => undefined,
  }),
};
