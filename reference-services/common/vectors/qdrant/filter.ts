import type { Schemas } from '@qdrant/js-client-rest';
import type { SegmentFilter } from '../vector-index.ts';

type Condition = Schemas['FieldCondition'];

/** A filter as Qdrant understands it; `undefined` when nothing can fit, because a condition has no values. */
export function filterOf(filter: SegmentFilter): Schemas['Filter'] | undefined {
  const { recordedAfter, recordedBefore, fromSeconds, toSeconds, notRecordingId } = filter;
  const lists = [
    ['recordingId', filter.recordingIds],
    ['transcriptId', filter.transcriptIds],
    ['segmentId', filter.segmentIds],
    ['speakerId', filter.speakerIds],
    ['language', filter.languages],
    ['labels', filter.labels],
  ] as const;
  const must: Condition[] = [{ key: 'tenantId', match: { value: filter.tenantId } }];
  for (const [key, values] of lists) {
    if (values?.length === 0) return undefined;
    if (values !== undefined) must.push({ key, match: { any: [...values] } });
  }
  if (recordedAfter !== undefined) must.push({ key: 'recordedAt', range: { gte: recordedAfter } });
  if (recordedBefore !== undefined) must.push({ key: 'recordedAt', range: { lt: recordedBefore } });
  if (fromSeconds !== undefined) must.push({ key: 'endSeconds', range: { gt: fromSeconds } });
  if (toSeconds !== undefined) must.push({ key: 'startSeconds', range: { lt: toSeconds } });
  if (notRecordingId === undefined) return { must };
  return { must, must_not: [{ key: 'recordingId', match: { value: notRecordingId } }] };
}
