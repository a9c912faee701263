import type { Versioned } from '../../../common/store/versioned.ts';
import type { AudioMediaType, Problem, Upload, UploadMetadata, UploadStatus } from '../../generated/types.ts';

export const uploadColumns = `id, tenant_id, resumable, status, recording_id, duplicate, file_name, media_type, size_bytes,
  received_bytes, duration_seconds, sha256, metadata, problem, expires_at, created_at, updated_at, version`;

/** 64-bit integers come as text from one driver and as numbers from the other. */
export interface UploadRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly resumable: boolean;
  readonly status: UploadStatus;
  readonly recording_id: string | null;
  readonly duplicate: boolean | null;
  readonly file_name: string | null;
  readonly media_type: AudioMediaType | null;
  readonly size_bytes: string | number | null;
  readonly received_bytes: string | number;
  readonly duration_seconds: number | null;
  readonly sha256: string | null;
  readonly metadata: UploadMetadata;
  readonly problem: Problem | null;
  readonly expires_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

export function uploadOf(row: UploadRow): Versioned<Upload> {
  const value: Upload = {
    id: row.id,
    tenantId: row.tenant_id,
    status: row.status,
    ...(row.recording_id !== null && { recordingId: row.recording_id }),
    ...(row.duplicate !== null && { duplicate: row.duplicate }),
    ...(row.file_name !== null && { fileName: row.file_name }),
    ...(row.media_type !== null && { mediaType: row.media_type }),
    ...(row.size_bytes !== null && { sizeBytes: Number(row.size_bytes) }),
    receivedBytes: Number(row.received_bytes),
    ...(row.duration_seconds !== null && { durationSeconds: row.duration_seconds }),
    ...(row.sha256 !== null && { sha256: row.sha256 }),
    metadata: row.metadata,
    ...(row.problem !== null && { problem: row.problem }),
    ...(row.expires_at !== null && { expiresAt: row.expires_at.toISOString() }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
  return { value, version: row.version };
}
