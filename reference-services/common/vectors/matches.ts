import type { SegmentFilter, SegmentPayload } from './vector-index.ts';

/** What every implementation's filter means. */
export function matches(filter: SegmentFilter, payload: SegmentPayload): boolean {
  const { recordedAfter, recordedBefore, fromSeconds, toSeconds, notRecordingId, labels } = filter;
  const recorded = Date.parse(payload.recordedAt);
  return (
    payload.tenantId === filter.tenantId &&
    isOneOf(filter.recordingIds, payload.recordingId) &&
    isOneOf(filter.transcriptIds, payload.transcriptId) &&
    isOneOf(filter.segmentIds, payload.segmentId) &&
    isOneOf(filter.speakerIds, payload.speakerId) &&
    isOneOf(filter.languages, payload.language) &&
    (labels === undefined || labels.some((label) => payload.labels.includes(label))) &&
    (recordedAfter === undefined || recorded >= Date.parse(recordedAfter)) &&
    (recordedBefore === undefined || recorded < Date.parse(recordedBefore)) &&
    (fromSeconds === undefined || payload.endSeconds > fromSeconds) &&
    (toSeconds === undefined || payload.startSeconds < toSeconds) &&
    payload.recordingId !== notRecordingId
  );
}

function isOneOf(values: readonly string[] | undefined, value: string | undefined): boolean {
  return values === undefined || (value !== undefined && values.includes(value));
}
