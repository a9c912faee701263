import type { SegmentFilter } from '../vector-index.ts';

/** A filter as the SQL condition that Lance understands. */
export function whereOf(filter: SegmentFilter): string {
  const { recordedAfter, recordedBefore, fromSeconds, toSeconds, notRecordingId, labels } = filter;
  const conditions = [
    `tenant_id = ${quoted(filter.tenantId)}`,
    oneOf('recording_id', filter.recordingIds),
    oneOf('transcript_id', filter.transcriptIds),
    oneOf('segment_id', filter.segmentIds),
    oneOf('speaker_id', filter.speakerIds),
    oneOf('language', filter.languages),
    labels && (labels.length === 0 ? 'false' : `array_has_any(labels, [${labels.map(quoted).join(', ')}])`),
    recordedAfter && `recorded_ms >= ${Date.parse(recordedAfter)}`,
    recordedBefore && `recorded_ms < ${Date.parse(recordedBefore)}`,
    fromSeconds !== undefined && `end_seconds > ${fromSeconds}`,
    toSeconds !== undefined && `start_seconds < ${toSeconds}`,
    notRecordingId && `recording_id != ${quoted(notRecordingId)}`,
  ];
  return conditions.filter((condition) => typeof condition === 'string').join(' AND ');
}

function oneOf(column: string, values: readonly string[] | undefined): string | undefined {
  if (values === undefined) return undefined;
  return values.length === 0 ? 'false' : `${column} IN (${values.map(quoted).join(', ')})`;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
