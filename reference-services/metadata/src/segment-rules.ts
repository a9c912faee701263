import type { ProblemError } from '../../common/problem.ts';
import type { SegmentCreate } from '../generated/types.ts';

type Times = Pick<SegmentCreate, 'startSeconds' | 'endSeconds' | 'words'>;

/** As many as a problem may list. */
const mostErrors = 100;

/** What the schema cannot say: an end is never before its start, and a speaker must be one of the tenant's. */
export function segmentErrors(segments: readonly SegmentCreate[], speakers: ReadonlySet<string>): readonly ProblemError[] {
  const errors = segments.flatMap((segment, index) => {
    const place = `#/segments/${index}`;
    const unknown = segment.speakerId !== undefined && !speakers.has(segment.speakerId);
    return [...timeErrors(segment, place), ...(unknown ? [unknownSpeaker(place)] : [])];
  });
  return errors.slice(0, mostErrors);
}

export function timeErrors(segment: Times, place: string): readonly ProblemError[] {
  const words = (segment.words ?? []).flatMap((word, index) => endBeforeStart(word, `${place}/words/${index}`));
  return [...endBeforeStart(segment, place), ...words];
}

export function unknownSpeaker(place: string): ProblemError {
  return { pointer: `${place}/speakerId`, detail: 'is not a speaker of this tenant' };
}

export function speakersOf(segments: readonly SegmentCreate[]): readonly string[] {
  return [...new Set(segments.flatMap((segment) => segment.speakerId ?? []))];
}

function endBeforeStart(times: { readonly startSeconds: number; readonly endSeconds: number }, place: string): ProblemError[] {
  if (times.endSeconds >= times.startSeconds) return [];
  return [{ pointer: `${place}/endSeconds`, detail: `must not be before startSeconds, which is ${times.startSeconds}` }];
}
