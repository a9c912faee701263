import type { Queryable } from '../../../common/database/database.ts';
import type { StoreContext } from '../../../common/store/context.ts';
import { type PageRequest, type PageResult, readPage } from '../../../common/store/page.ts';
import type { Versioned } from '../../../common/store/versioned.ts';
import { Where } from '../../../common/store/where.ts';
import type { Upload, UploadMetadata, UploadStatus } from '../../generated/types.ts';
import type { Audio } from '../inspect-audio.ts';
import { type UploadRow, uploadColumns, uploadOf } from './upload-row.ts';

export interface UploadQuery extends PageRequest {
  readonly status?: UploadStatus | undefined;
}

/** An upload that has arrived in one request. */
export interface ArrivedUpload {
  readonly id: string;
  readonly tenant: string;
  readonly fileName: string | undefined;
  readonly metadata: UploadMetadata;
  readonly content: Content;
}

/** What verifying found out. */
export interface Content {
  readonly audio: Audio;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface Outcome {
  readonly recordingId: string;
  readonly duplicate: boolean;
}

export type Uploads = ReturnType<typeof createUploads>;

const select = `SELECT ${uploadColumns} FROM ingestion_uploads`;

export function createUploads({ database, clock }: StoreContext) {
  return { list, find, insertStored, forget };

  function list(tenant: string, { cursor, limit, status }: UploadQuery): Promise<PageResult<Upload>> {
    const where = new Where().and('tenant_id = ?', tenant).andIf(status, 'status = ?');
    const listing = {
      scope: { list: 'uploads', filters: { status }, key: ['timestamp', 'text'] },
      select,
      where,
      order: ['created_at::timestamptz', 'id::text'],
      direction: 'DESC',
      keyOf: (row: UploadRow) => [row.created_at.toISOString(), row.id],
      itemOf: (row: UploadRow) => uploadOf(row).value,
    } as const;
    return readPage(database, listing, { cursor, limit }, clock());
  }

  async function find(tenant: string, id: string): Promise<Versioned<Upload> | undefined> {
    const [row] = await database.query<UploadRow>(`${select} WHERE tenant_id = $1 AND id = $2`, [tenant, id]);
    return row && uploadOf(row);
  }

  async function insertStored(tx: Queryable, upload: ArrivedUpload, outcome: Outcome): Promise<Versioned<Upload>> {
    const { audio, sizeBytes, sha256 } = upload.content;
    const [row] = await tx.query<UploadRow>(
      `INSERT INTO ingestion_uploads (id, tenant_id, resumable, status, recording_id, duplicate, file_name, media_type,
         size_bytes, received_bytes, duration_seconds, sha256, metadata, created_at, updated_at)
       VALUES ($1, $2, false, 'stored', $3, $4, $5, $6, $7, $7, $8, $9, $10::jsonb, $11, $11)
       RETURNING ${uploadColumns}`,
      [
        upload.id,
        upload.tenant,
        outcome.recordingId,
        outcome.duplicate,
        upload.fileName ?? null,
        audio.mediaType,
        sizeBytes,
        audio.durationSeconds,
        sha256,
        JSON.stringify(upload.metadata),
        clock().toISOString(),
      ],
    );
    if (row === undefined) throw new Error('An INSERT that does not fail returns its row.');
    return uploadOf(row);
  }

  /** Deletes the records of uploads that ended before then, and says how many. Their recordings stay. */
  async function forget(before: Date): Promise<number> {
    const gone = await database.query(
      `DELETE FROM ingestion_uploads WHERE status NOT IN ('receiving', 'verifying') AND updated_at < $1 RETURNING id`,
      [before.toISOString()],
    );
    return gone.length;
  }
}
