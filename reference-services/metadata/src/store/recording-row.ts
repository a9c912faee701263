import type { Versioned } from '../../../common/store/versioned.ts';
import type { Recording } from '../../generated/types.ts';
import { present } from './present.ts';

export const recordingColumns = `id, tenant_id, title, status, status_detail, media_type, language, size_bytes,
  duration_seconds, sample_rate_hz, channels, sha256, labels, recorded_at, created_at, updated_at, version`;

export interface RecordingRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly title: string | null;
  readonly status: Recording['status'];
  readonly status_detail: string | null;
  readonly media_type: Recording['mediaType'];
  readonly language: string;
  /** A 64-bit integer, which one driver gives as text and the other as a number. */
  readonly size_bytes: string | number;
  readonly duration_seconds: number;
  readonly sample_rate_hz: number | null;
  readonly channels: number | null;
  readonly sha256: string;
  readonly labels: string[];
  readonly recorded_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

export function recordingOf(row: RecordingRow): Versioned<Recording> {
  const value: Recording = {
    id: row.id,
    tenantId: row.tenant_id,
    ...present({ title: row.title }),
    status: row.status,
    ...present({ statusDetail: row.status_detail }),
    mediaType: row.media_type,
    language: row.language,
    sizeBytes: Number(row.size_bytes),
    durationSeconds: row.duration_seconds,
    ...present({ sampleRateHz: row.sample_rate_hz, channels: row.channels }),
    sha256: row.sha256,
    labels: row.labels,
    ...present({ recordedAt: row.recorded_at === null ? null : row.recorded_at.toISOString() }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
  return { value, version: row.version };
}
