import type { TranscribedSegment } from '../../events/transcription-completed/generated/types.ts';
import type { Segment } from '../generated/types.ts';

/** As many as the event may hold. */
const mostSegments = 20_000;

/** What fits into a message of the stream, with its envelope. */
const mostBytes = 8 * 1024 * 1024 - 16 * 1024;

/**
 * The segments in the order of their start; without their words where they would not fit, as the contract of the event says;
 * undefined where that is not enough.
 */
export function fitInto(
  segments: readonly Segment[],
  bytes: number = mostBytes,
): readonly TranscribedSegment[] | undefined {
  if (segments.length > mostSegments) return undefined;
  const inOrder = segments.toSorted((one, other) => one.startSeconds - other.startSeconds).map(transcribed);
  if (bytesOf(inOrder) <= bytes) return inOrder;
  const wordless = inOrder.map(({ words, ...rest }) => rest);
  return bytesOf(wordless) <= bytes ? wordless : undefined;
}

function transcribed({ id, text, startSeconds, endSeconds, confidence, words }: Segment): TranscribedSegment {
  return { id, text, startSeconds, endSeconds, confidence, ...(words !== undefined && { words }) };
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
