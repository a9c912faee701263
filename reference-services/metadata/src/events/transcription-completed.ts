import type { Queryable } from '../../../common/database/database.ts';
import type {
  TranscribedSegment,
  TranscriptionCompleted,
} from '../../../events/transcription-completed/generated/types.ts';
import { insertTranscript } from '../store/pipeline-transcripts.ts';
import { lockTranscript, type TranscriptPlace } from '../store/transcript-sources.ts';
import type { Outcome } from './recording-event.ts';
import { type Recognised, segmentsAsRecognised } from './sentences.ts';
import { settle } from './settle.ts';

/** Keeps the transcript and its segments. Sentences that came before stay, and learn what was recognised. */
export async function keepTranscript(
  tx: Queryable,
  place: TranscriptPlace,
  { time, data }: TranscriptionCompleted,
  now: Date,
): Promise<Outcome> {
  const recognisedAt = new Date(time);
  const { language, segments, model, confidence, completedAt } = data;
  const before = await lockTranscript(tx, place);
  if (before?.isCorrected) return 'outdated';
  if (before?.recognisedAt !== undefined && before.recognisedAt > recognisedAt) return 'outdated';
  if (before === undefined) await insertTranscript(tx, place, { language, createdAt: completedAt, now });
  const { processed, processedAt } = before ?? {};
  await settle(tx, place, {
    before,
    sources: { recognised: segments.map(withoutText), recognisedAt, processed, processedAt },
    asRecognised: segmentsAsRecognised(segments),
    reading: { modelId: model.id, modelVersion: model.version, confidence, completedAt },
    now,
  });
  return 'applied';
}

function withoutText({ text, ...rest }: TranscribedSegment): Recognised {
  return rest;
}
