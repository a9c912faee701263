import type { Queryable, Transaction } from '../../../common/database/database.ts';
import type { StoreContext } from '../../../common/store/context.ts';
import type { Versioned } from '../../../common/store/versioned.ts';
import type { Problem, ResumableUploadCreate, Upload } from '../../generated/types.ts';
import type { ObjectLedger } from './object-ledger.ts';
import { type UploadRow, uploadColumns, uploadOf } from './upload-row.ts';
import type { Content, Outcome } from './uploads.ts';

/** What a resumable upload still is while its bytes arrive: its size is known from the start. */
export type ResumableUpload = Upload & { readonly sizeBytes: number };

export interface Part {
  readonly key: string;
  readonly startsAt: number;
  readonly sizeBytes: number;
}

export type ResumableUploads = ReturnType<typeof createResumableUploads>;

export const lifetimeSeconds = 24 * 60 * 60;

/** Every change names the state that it starts from, so that of two requests at once one comes too late. */
export function createResumableUploads({ database, clock, newId }: StoreContext, ledger: ObjectLedger) {
  return { find, begin, advance, parts, store, reject, cancel, expire, unfinished };

  async function find(tenant: string, id: string): Promise<Versioned<ResumableUpload> | undefined> {
    const [row] = await database.query<UploadRow>(
      `SELECT ${uploadColumns} FROM ingestion_uploads WHERE tenant_id = $1 AND id = $2 AND resumable`,
      [tenant, id],
    );
    return row && resumableOf(row);
  }

  async function begin(
    tx: Queryable,
    tenant: string,
    body: ResumableUploadCreate,
  ): Promise<Versioned<ResumableUpload>> {
    const [row] = await tx.query<UploadRow>(
      `INSERT INTO ingestion_uploads (id, tenant_id, resumable, status, file_name, size_bytes, received_bytes, sha256,
         metadata, expires_at, created_at, updated_at)
       VALUES ($1, $2, true, 'receiving', $3, $4, 0, $5, $6::jsonb, $7, $8, $8) RETURNING ${uploadColumns}`,
      [
        newId('upl'),
        tenant,
        body.fileName ?? null,
        body.sizeBytes,
        body.sha256 ?? null,
        JSON.stringify(body.metadata),
        expiry(),
        now(),
      ],
    );
    if (row === undefined) throw new Error('An INSERT that does not fail returns its row.');
    return resumableOf(row);
  }

  /** Undefined when another request was quicker, or the upload has ended: then the part is not needed. */
  async function advance(id: string, part: Part): Promise<Versioned<ResumableUpload> | undefined> {
    return database.transaction(async (tx) => {
      const [row] = await tx.query<UploadRow>(
        `UPDATE ingestion_uploads SET received_bytes = received_bytes + $3::bigint, updated_at = $4, version = version + 1,
           status = CASE WHEN received_bytes + $3::bigint = size_bytes THEN 'verifying' ELSE status END,
           expires_at = CASE WHEN received_bytes + $3::bigint = size_bytes THEN NULL ELSE $5::timestamptz END
         WHERE id = $1 AND status = 'receiving' AND received_bytes = $2 AND expires_at > $4 RETURNING ${uploadColumns}`,
        [id, part.startsAt, part.sizeBytes, now(), expiry()],
      );
      if (row === undefined) return undefined;
      await tx.query('INSERT INTO ingestion_parts (upload_id, starts_at, size_bytes, key) VALUES ($1, $2, $3, $4)', [
        id,
        part.startsAt,
        part.sizeBytes,
        part.key,
      ]);
      await ledger.keep(tx, part.key);
      return resumableOf(row);
    });
  }

  async function parts(id: string): Promise<readonly string[]> {
    const rows = await database.query<{ key: string }>(
      'SELECT key FROM ingestion_parts WHERE upload_id = $1 ORDER BY starts_at',
      [id],
    );
    return rows.map(({ key }) => key);
  }

  /** Undefined when it is stored already: whoever was quicker has announced it. */
  async function store(
    tx: Transaction,
    id: string,
    { audio, sha256 }: Content,
    { recordingId, duplicate }: Outcome,
  ): Promise<Versioned<Upload> | undefined> {
    const [row] = await tx.query<UploadRow>(
      `UPDATE ingestion_uploads SET status = 'stored', recording_id = $2, duplicate = $3, media_type = $4,
         duration_seconds = $5, sha256 = $6, updated_at = $7, version = version + 1
       WHERE id = $1 AND status = 'verifying' RETURNING ${uploadColumns}`,
      [id, recordingId, duplicate, audio.mediaType, audio.durationSeconds, sha256, now()],
    );
    if (row !== undefined) await dropParts(tx, id);
    return row && uploadOf(row);
  }

  async function reject(id: string, problem: Problem): Promise<void> {
    await database.transaction(async (tx) => {
      const rows = await tx.query(
        `UPDATE ingestion_uploads SET status = 'rejected', problem = $2::jsonb, updated_at = $3, version = version + 1
         WHERE id = $1 AND status = 'verifying' RETURNING id`,
        [id, JSON.stringify(problem), now()],
      );
      if (rows.length > 0) await dropParts(tx, id);
    });
  }

  /** False when it was not receiving any more. */
  function cancel(id: string): Promise<boolean> {
    return database.transaction(async (tx) => {
      const rows = await tx.query(
        `UPDATE ingestion_uploads SET status = 'cancelled', expires_at = NULL, updated_at = $2, version = version + 1
         WHERE id = $1 AND status = 'receiving' RETURNING id`,
        [id, now()],
      );
      if (rows.length > 0) await dropParts(tx, id);
      return rows.length > 0;
    });
  }

  /** Gives up what nobody has continued in time, and says how many uploads that were. */
  function expire(): Promise<number> {
    return database.transaction(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `UPDATE ingestion_uploads SET status = 'expired', expires_at = NULL, updated_at = $1, version = version + 1
         WHERE status = 'receiving' AND expires_at <= $1 RETURNING id`,
        [now()],
      );
      for (const { id } of rows) await dropParts(tx, id);
      return rows.length;
    });
  }

  /** Uploads that have all their bytes since then or longer, and of which nobody has said what became of them. */
  async function unfinished(before: Date): Promise<readonly Versioned<ResumableUpload>[]> {
    const rows = await database.query<UploadRow>(
      `SELECT ${uploadColumns} FROM ingestion_uploads WHERE status = 'verifying' AND updated_at <= $1 ORDER BY updated_at`,
      [before.toISOString()],
    );
    return rows.map(resumableOf);
  }

  async function dropParts(tx: Queryable, id: string): Promise<void> {
    const rows = await tx.query<{ key: string }>('DELETE FROM ingestion_parts WHERE upload_id = $1 RETURNING key', [
      id,
    ]);
    const keys = rows.map(({ key }) => key);
    await ledger.release(tx, keys);
  }

  function now(): string {
    return clock().toISOString();
  }

  function expiry(): string {
    return new Date(clock().getTime() + lifetimeSeconds * 1000).toISOString();
  }
}

function resumableOf(row: UploadRow): Versioned<ResumableUpload> {
  const { value, version } = uploadOf(row);
  if (value.sizeBytes === undefined) throw new Error('A resumable upload is announced with its size.');
  return { value: { ...value, sizeBytes: value.sizeBytes }, version };
}
