import type { Queryable } from '../../../common/database/database.ts';
import type { NlpPostprocessed, SentenceSegment } from '../../../events/nlp-postprocessed/generated/types.ts';
import { insertTranscript } from '../store/pipeline-transcripts.ts';
import { lockTranscript, type TranscriptPlace } from '../store/transcript-sources.ts';
import type { Outcome } from './recording-event.ts';
import type { Sentence } from './sentences.ts';
import { settle } from './settle.ts';

/**
 * Makes the sentences the segments of the transcript. When a person has corrected segments since the pipeline was told of them
 * last, all of them stay as they are: the pipeline speaks of what was there before.
 */
export async function keepSentences(
  tx: Queryable,
  place: TranscriptPlace,
  { time, data }: NlpPostprocessed,
  now: Date,
): Promise<Outcome> {
  const processedAt = new Date(time);
  const before = await lockTranscript(tx, place);
  if (before?.isCorrected) return 'outdated';
  if (before?.processedAt !== undefined && before.processedAt > processedAt) return 'outdated';
  if (before === undefined) {
    await insertTranscript(tx, place, { language: data.language, createdAt: data.processedAt, now });
  }
  const { recognised, recognisedAt } = before ?? {};
  await settle(tx, place, {
    before,
    sources: { recognised, recognisedAt, processed: data.sentences.map(essentials), processedAt },
    now,
  });
  return 'applied';
}

function essentials({ startOffset, endOffset, contentSha256, ...sentence }: SentenceSegment): Sentence {
  return sentence;
}
