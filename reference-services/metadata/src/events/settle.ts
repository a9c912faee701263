import type { Queryable } from '../../../common/database/database.ts';
import { type Reading, updateTranscript } from '../store/pipeline-transcripts.ts';
import { replaceSegments, type SegmentRecord } from '../store/replace-segments.ts';
import { keepSources, type Sources, type TranscriptPlace } from '../store/transcript-sources.ts';
import { segmentsOf, withoutPersonalWords } from './sentences.ts';

export interface Settlement {
  readonly before: Sources | undefined;
  readonly sources: Sources;
  /** What the segments are while no sentences are known. */
  readonly asRecognised?: readonly SegmentRecord[];
  readonly reading?: Reading;
  readonly now: Date;
}

/** Makes the segments of a transcript out of what is known of it, which does not depend on what came first. */
export async function settle(tx: Queryable, place: TranscriptPlace, settlement: Settlement): Promise<void> {
  const { before, sources, asRecognised = [], reading, now } = settlement;
  const { processed } = sources;
  const recognised = sources.recognised && withoutPersonalWords(sources.recognised, processed ?? []);
  await keepSources(tx, place, { ...sources, recognised });
  const segments = processed === undefined ? asRecognised : segmentsOf(processed, recognised ?? []);
  const segmentCount = await replaceSegments(tx, place, { segments, known: idsIn(before), now });
  await updateTranscript(tx, place, { reading, segmentCount, now });
}

function idsIn(sources: Sources | undefined): ReadonlySet<string> {
  const recognised = sources?.recognised?.map(({ id }) => id) ?? [];
  return new Set([...recognised, ...(sources?.processed?.map(({ segmentId }) => segmentId) ?? [])]);
}
