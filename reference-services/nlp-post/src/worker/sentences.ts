import { createHash } from 'node:crypto';
import type { RedactionCount, SentenceSegment } from '../../../events/nlp-postprocessed/generated/types.ts';
import type { TranscribedSegment } from '../../../events/transcription-completed/generated/types.ts';
import type { ProcessOptions } from '../../generated/types.ts';
import { isVietnamese } from '../text/language.ts';
import { processText } from '../text/process-text.ts';
import { sentencesOf } from '../text/sentences.ts';
import { fromSource, toSource } from '../text/trace/project.ts';
import { newSegmentId } from './segment-id.ts';
import { type Timed, transcriptText } from './transcript-text.ts';

export interface ProcessedTranscript {
  readonly sentences: readonly SentenceSegment[];
  readonly redactions: readonly RedactionCount[];
}

/** The contract allows a sentence no more sources than this. */
const mostSources = 50;

/** What is spoken in another language is only redacted. */
const redactOnly = { tones: false, diacritics: false, figures: false, punctuation: false };

interface Transcript {
  readonly id: string;
  readonly language: string;
  readonly segments: readonly TranscribedSegment[];
}

/** The sentences of a transcript. The same transcript and options always give the same ones, with the same ids. */
export function processTranscript(
  { id, language, segments }: Transcript,
  options: ProcessOptions,
): ProcessedTranscript {
  const heard = transcriptText(segments);
  const steps = isVietnamese(language) ? options : { ...options, ...redactOnly };
  const { traced, sentences } = processText(heard.text, steps, { pauses: heard.pauses });
  // Without punctuation only the pauses between segments say where something ends.
  const ends = fromSource(traced, heard.segments).map(({ end }) => end);
  const places = steps.punctuation === false ? sentencesOf(traced.text, ends) : sentences;
  const sources = toSource(traced, places);

  const inSegments = overlaps(heard.segments, sources);
  const inWords = overlaps(heard.words, sources);
  const users = new Map<number, number>();
  for (const found of inSegments) for (const index of found) users.set(index, (users.get(index) ?? 0) + 1);
  let offset = 0;
  const made = places.map(({ start, end }, place): SentenceSegment => {
    const text = traced.text.slice(start, end);
    const length = [...text].length;
    const sourceIndexes = inSegments[place] ?? [];
    const sourceSegmentIds = sourceIndexes.slice(0, mostSources).flatMap((index) => segments[index]?.id ?? []);
    const [only, ...others] = sourceIndexes;
    const isWhole = only !== undefined && others.length === 0 && users.get(only) === 1;
    const words = (inWords[place] ?? []).flatMap((index) => heard.words[index] ?? []);
    const sentence = {
      segmentId: isWhole ? (segments[only]?.id ?? '') : newSegmentId(id, sourceSegmentIds, place),
      sourceSegmentIds,
      text,
      startOffset: offset,
      endOffset: offset + length,
      ...timesOf(words, sources[place]),
      contentSha256: createHash('sha256').update(text).digest('hex'),
    };
    offset += length + 1;
    return sentence;
  });
  const counts = new Map<string, number>();
  for (const { patternId } of traced.changes) {
    if (patternId !== undefined) counts.set(patternId, (counts.get(patternId) ?? 0) + 1);
  }
  return { sentences: made, redactions: Array.from(counts, ([patternId, count]) => ({ patternId, count })) };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** For each place the stretches that it touches; both are in order, so that each is looked at once or twice. */
function overlaps(stretches: readonly Stretch[], places: readonly Stretch[]): number[][] {
  let first = 0;
  return places.map(({ start, end }) => {
    for (let one = stretches[first]; one !== undefined && one.end <= start; one = stretches[first]) first += 1;
    const found: number[] = [];
    for (let index = first; index < stretches.length; index += 1) {
      if ((stretches[index]?.start ?? end) >= end) break;
      found.push(index);
    }
    return found;
  });
}

/** From the first word to the last. Inside a stretch whose words are not known, time passes evenly. */
function timesOf(words: readonly Timed[], place: Stretch | undefined) {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || place === undefined) return { startSeconds: 0, endSeconds: 0 };
  return { startSeconds: timeAt(first, place.start), endSeconds: timeAt(last, place.end) };
}

function timeAt({ start, end, startSeconds, endSeconds }: Timed, offset: number): number {
  const share = Math.min(1, Math.max(0, (offset - start) / Math.max(1, end - start)));
  return Math.round((startSeconds + share * (endSeconds - startSeconds)) * 1000) / 1000;
}
