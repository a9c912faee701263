import type { TranscribedSegment } from '../../../events/transcription-completed/generated/types.ts';
import type { Pause } from '../text/punctuation/breaks.ts';

/** A stretch of the text that was spoken in a known time. */
export interface Timed {
  readonly start: number;
  readonly end: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** The segments of a transcript as one text, in NFC, with what recognition knows of its times. Offsets count UTF-16 units. */
export interface TranscriptText {
  readonly text: string;
  /** The place of each segment. */
  readonly segments: readonly Timed[];
  /** The place of each word; of a whole segment when its words are not known. */
  readonly words: readonly Timed[];
  readonly pauses: readonly Pause[];
}

/** Between two segments the speaker paused: that is what made them two. */
const leastSegmentPause = 0.7;

export function transcriptText(segments: readonly TranscribedSegment[]): TranscriptText {
  const places: Timed[] = [];
  const words: Timed[] = [];
  const texts: string[] = [];
  let offset = 0;
  for (const segment of segments) {
    const text = segment.text.normalize('NFC');
    const { startSeconds, endSeconds } = segment;
    const place = { start: offset, end: offset + text.length, startSeconds, endSeconds };
    places.push(place);
    words.push(...wordsOf(segment, text, place));
    texts.push(text);
    offset += text.length + 1;
  }
  return { text: texts.join(' '), segments: places, words, pauses: pausesOf(places, words) };
}

/** The words of a segment in its text; when they are not those of the text, only the segment has a time. */
function wordsOf({ words = [] }: TranscribedSegment, text: string, segment: Timed): Timed[] {
  const timed: Timed[] = [];
  let place = 0;
  for (const word of words) {
    const spoken = word.text.normalize('NFC');
    // A word stands right after the one before it, or what is known is of another text.
    while (text[place] === ' ') place += 1;
    if (!text.startsWith(spoken, place)) return [segment];
    const start = segment.start + place;
    const { startSeconds, endSeconds } = word;
    timed.push({ start, end: start + spoken.length, startSeconds, endSeconds });
    place += spoken.length;
  }
  return timed.length === 0 ? [segment] : timed;
}

function pausesOf(segments: readonly Timed[], words: readonly Timed[]): Pause[] {
  const ends = new Set(segments.map(({ end }) => end));
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (next === undefined) return [];
    const gap = next.startSeconds - word.endSeconds;
    const seconds = ends.has(word.end) ? Math.max(gap, leastSegmentPause) : gap;
    return seconds > 0 ? [{ offset: word.end, seconds }] : [];
  });
}
