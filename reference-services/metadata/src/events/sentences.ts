import type { SentenceSegment } from '../../../events/nlp-postprocessed/generated/types.ts';
import type { TranscribedSegment } from '../../../events/transcription-completed/generated/types.ts';
import type { Word } from '../../generated/types.ts';
import type { SegmentRecord } from '../store/replace-segments.ts';

/** A segment as it was recognised, but for its text. */
export interface Recognised extends Omit<TranscribedSegment, 'text'> {
  readonly speakerId?: string;
}

export type Sentence = Pick<
  SentenceSegment,
  'segmentId' | 'sourceSegmentIds' | 'text' | 'startSeconds' | 'endSeconds' | 'speakerId'
>;

/** As many as a segment may have. */
const mostWords = 500;

/** Words that nobody recognised count as certain, as do those that a person wrote. */
const unknownConfidence = 1;

/** Segments that were recognised and not processed yet. */
export function segmentsAsRecognised(segments: readonly TranscribedSegment[]): readonly SegmentRecord[] {
  return segments.map((segment) => ({ ...segment, text: segment.text.normalize('NFC') }));
}

/** Sentences as segments: their text and times, with what was recognised of the segments that they were made from. */
export function segmentsOf(
  sentences: readonly Sentence[],
  recognised: readonly Recognised[],
): readonly SegmentRecord[] {
  const byId = new Map(recognised.map((one) => [one.id, one]));
  return sentences.map((sentence) => {
    const { segmentId: id, text, startSeconds, endSeconds } = sentence;
    const sources = sourceIdsOf(sentence).flatMap((source) => byId.get(source) ?? []);
    const speakerId = sentence.speakerId ?? onlySpeaker(sources);
    const words = wordsBetween(sources, startSeconds, endSeconds);
    return {
      ...{ id, text: text.normalize('NFC'), startSeconds, endSeconds, confidence: confidenceOf(sources) },
      ...(speakerId !== undefined && { speakerId }),
      ...(words !== undefined && { words }),
    };
  });
}

/**
 * What was recognised, without the words of segments that personal data was removed from: the words are as heard. Where a
 * sentence begins and ends is not exact enough to tell which of them they are.
 */
export function withoutPersonalWords(
  recognised: readonly Recognised[],
  sentences: readonly Sentence[],
): readonly Recognised[] {
  const redacted = new Set(sentences.filter(({ text }) => placeholder.test(text)).flatMap(sourceIdsOf));
  return recognised.map((one) => {
    if (!redacted.has(one.id)) return one;
    const { words, ...rest } = one;
    return rest;
  });
}

/** What stands for personal data, such as `[SỐ ĐIỆN THOẠI]`. Nobody speaks brackets. */
const placeholder = /\[[^\]]*\]/;

function sourceIdsOf({ sourceSegmentIds, segmentId }: Sentence): readonly string[] {
  return sourceSegmentIds ?? [segmentId];
}

/** The mean, in which longer segments weigh more. */
function confidenceOf(sources: readonly Recognised[]): number {
  const [first, ...others] = sources;
  if (first === undefined) return unknownConfidence;
  if (others.length === 0) return first.confidence;
  const lengths = sources.map(({ startSeconds, endSeconds }) => Math.max(endSeconds - startSeconds, 0.001));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const mean = sources.reduce((sum, { confidence }, index) => sum + confidence * ((lengths[index] ?? 0) / whole), 0);
  return Math.min(Math.round(mean * 10_000) / 10_000, 1);
}

function onlySpeaker(sources: readonly Recognised[]): string | undefined {
  const speakers = new Set(sources.map(({ speakerId }) => speakerId));
  return speakers.size === 1 ? [...speakers][0] : undefined;
}

/** Those whose middle is in between; none at all where some are missing. */
function wordsBetween(sources: readonly Recognised[], start: number, end: number): readonly Word[] | undefined {
  if (sources.some(({ words }) => words === undefined)) return undefined;
  const words = sources
    .flatMap((source) => source.words ?? [])
    .filter(({ startSeconds, endSeconds }) => {
      const middle = (startSeconds + endSeconds) / 2;
      return middle >= start && middle <= end;
    });
  return words.length === 0 || words.length > mostWords ? undefined : words;
}
