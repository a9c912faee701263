import type { Database, Queryable } from '../../database/database.ts';
import type { OutgoingMessage } from '../runtime.ts';

export interface OutboxRow {
  readonly sequence: number;
  readonly attempts: number;
  readonly message: OutgoingMessage;
}

export interface OutboxState {
  /** Rows that are committed and not published. */
  readonly pending: number;
  /** How long the oldest of them has been waiting; 0 when there is none. */
  readonly oldestSeconds: number;
}

/** Tells whether the row is new: an id is added once. */
export async function insertRow(tx: Queryable, message: OutgoingMessage, now: Date): Promise<boolean> {
  const { id, key = id, address, headers, body } = message;
  const rows = await tx.query(
    `INSERT INTO outbox (id, key, address, headers, body, added_at, due_at) VALUES ($1, $2, $3, $4, $5, $6, $6)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, key, JSON.stringify(address), JSON.stringify(headers), body, now],
  );
  return rows.length === 1;
}

/**
 * The oldest unpublished row of each key, taken until `claimedUntil`: another relay skips them, and so the younger rows of
 * their keys. No lock outlives the statement, because publishing may take long.
 */
export async function claimRows(
  database: Database,
  { now, claimedUntil, limit }: { readonly now: Date; readonly claimedUntil: Date; readonly limit: number },
): Promise<readonly OutboxRow[]> {
  const rows = await database.query<ClaimedRow>(
    `WITH heads AS (
       SELECT o.sequence FROM outbox o
       WHERE o.published_at IS NULL AND o.due_at <= $1 AND NOT EXISTS (
         SELECT 1 FROM outbox older
         WHERE older.key = o.key AND older.published_at IS NULL AND older.sequence < o.sequence)
       ORDER BY o.sequence LIMIT $3 FOR UPDATE OF o SKIP LOCKED)
     UPDATE outbox o SET due_at = $2 FROM heads WHERE o.sequence = heads.sequence
     RETURNING o.sequence, o.id, o.key, o.address, o.headers, o.body, o.attempts`,
    [now, claimedUntil, limit],
  );
  return rows.map(rowOf);
}

export async function markPublished(database: Queryable, sequences: readonly number[], now: Date): Promise<void> {
  await database.query('UPDATE outbox SET published_at = $2, error = NULL WHERE sequence = ANY($1::bigint[])', [
    sequences.map(String),
    now,
  ]);
}

export async function markFailed(
  database: Queryable,
  sequence: number,
  { error, dueAt }: { readonly error: string; readonly dueAt: Date },
): Promise<void> {
  await database.query('UPDATE outbox SET attempts = attempts + 1, error = $2, due_at = $3 WHERE sequence = $1', [
    sequence,
    error.replaceAll('\0', ' '),
    dueAt,
  ]);
}

export async function readState(database: Queryable, now: Date): Promise<OutboxState> {
  const [row] = await database.query<{ pending: string | number; oldest: Date | null }>(
    'SELECT count(*) AS pending, min(added_at) AS oldest FROM outbox WHERE published_at IS NULL',
  );
  const ageMs = row?.oldest ? Math.max(now.getTime() - row.oldest.getTime(), 0) : 0;
  return { pending: Number(row?.pending ?? 0), oldestSeconds: ageMs / 1_000 };
}

/** Published rows since then are pending again. Returns how many. */
export async function unpublish(database: Queryable, since: Date, now: Date): Promise<number> {
  const rows = await database.query(
    'UPDATE outbox SET published_at = NULL, attempts = 0, due_at = $2 WHERE published_at >= $1 RETURNING sequence',
    [since, now],
  );
  return rows.length;
}

export async function deletePublished(database: Queryable, before: Date): Promise<void> {
  await database.query('DELETE FROM outbox WHERE published_at < $1', [before]);
}

interface ClaimedRow {
  readonly sequence: string | number | bigint;
  readonly id: string;
  readonly key: string;
  readonly address: string;
  readonly headers: string;
  readonly body: Uint8Array;
  readonly attempts: number;
}

function rowOf({ sequence, id, key, address, headers, body, attempts }: ClaimedRow): OutboxRow {
  const message = { id, key, address: JSON.parse(address), headers: JSON.parse(headers), body };
  return { sequence: Number(sequence), attempts, message };
}
