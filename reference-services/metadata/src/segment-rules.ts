import type { Queryable } from '../../common/database/database.ts';
import type { ProblemError } from '../../common/problem.ts';
import { type Refused, refuse } from '../../common/service/answers.ts';
import type { SegmentCreate } from '../generated/types.ts';
import { lockSpeakers } from './store/speakers.ts';

/** As many as a problem may list. */
const mostErrors = 100;

/** What the schema cannot say of new segments: an end is never before its start, and speakers are the tenant's. */
export async function refuseSegments(
  tx: Queryable,
  tenant: string,
  segments: readonly SegmentCreate[],
): Promise<Refused<422> | undefined> {
  const named = new Set(segments.flatMap((segment) => segment.speakerId ?? []));
  const speakers = await lockSpeakers(tx, tenant, [...named]);
  const errors = segments.flatMap((segment, index) => segmentErrors(segment, `#/segments/${index}`, speakers));
  if (errors.length === 0) return undefined;
  return refuse('unprocessable', 'The segments cannot be stored like this.', errors.slice(0, mostErrors));
}

export function endBeforeStart(
  times: { readonly startSeconds: number; readonly endSeconds: number },
  place: string,
): readonly ProblemError[] {
  if (times.endSeconds >= times.startSeconds) return [];
  return [
    { pointer: `${place}/endSeconds`, detail: `must not be before startSeconds, which is ${times.startSeconds}` },
  ];
}

export function unknownSpeaker(place: string): ProblemError {
  return { pointer: `${place}/speakerId`, detail: 'is not a speaker of this tenant' };
}

function segmentErrors(segment: SegmentCreate, place: string, speakers: ReadonlySet<string>): readonly ProblemError[] {
  const words = (segment.words ?? []).flatMap((word, index) => endBeforeStart(word, `${place}/words/${index}`));
  const unknown = segment.speakerId !== undefined && !speakers.has(segment.speakerId);
  return [...endBeforeStart(segment, place), ...words, ...(unknown ? [unknownSpeaker(place)] : [])];
}
