import type { Queryable } from '../../database/database.ts';

export interface StoredMessage {
  readonly sequence: number;
  readonly address: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly publishedAt: Date;
}

export interface NewMessage {
  readonly address: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly now: Date;
  /** Until then, another message of the same id is dropped. */
  readonly uniqueUntil: Date;
}

/** Stores the message unless its id was seen lately, and tells whether it was stored. */
export async function insertMessage(
  database: Queryable,
  { id, address, headers, body, now, uniqueUntil }: NewMessage,
): Promise<boolean> {
  // One publisher at a time, so that messages become visible in the order of their numbers: a worker that has handed out
  // number 7 would never look for a number 6 that is committed later. The number is taken after the lock.
  const stored = await database.query(
    `WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock($1)), fresh AS (
       INSERT INTO bus_ids AS known (id, expires_at) SELECT $2, $3 FROM turn
       ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at WHERE known.expires_at <= $4 RETURNING id)
     INSERT INTO bus_messages (address, id, headers, body, published_at) SELECT $5, id, $6, $7, $4 FROM fresh
     RETURNING sequence`,
    [publishLock, id, uniqueUntil, now, address, JSON.stringify(headers), body],
  );
  return stored.length === 1;
}

export async function findMessage(database: Queryable, sequence: number): Promise<StoredMessage | undefined> {
  const [row] = await database.query<MessageRow>(`SELECT ${messageColumns} FROM bus_messages m WHERE sequence = $1`, [
    sequence,
  ]);
  return row && messageOf(row);
}

/** The first message on the address behind the sequence number. */
export async function nextMessage(
  database: Queryable,
  address: string,
  after: number,
): Promise<StoredMessage | undefined> {
  const [row] = await database.query<MessageRow>(
    `SELECT ${messageColumns} FROM bus_messages m WHERE address = $1 AND sequence > $2 ORDER BY sequence LIMIT 1`,
    [address, after],
  );
  return row && messageOf(row);
}

export async function deleteMessage(database: Queryable, sequence: number): Promise<void> {
  await database.query('DELETE FROM bus_messages WHERE sequence = $1', [sequence]);
}

/** Deletes what is older on these addresses, settled or not, as a stream with limits does. */
export async function deleteOlder(database: Queryable, addresses: readonly string[], before: Date): Promise<void> {
  await database.query('DELETE FROM bus_messages WHERE address = ANY($1) AND published_at < $2', [addresses, before]);
}

export async function deleteOlderElsewhere(
  database: Queryable,
  addresses: readonly string[],
  before: Date,
): Promise<void> {
  await database.query('DELETE FROM bus_messages WHERE address <> ALL($1) AND published_at < $2', [addresses, before]);
}

export async function forgetIds(database: Queryable, now: Date): Promise<void> {
  await database.query('DELETE FROM bus_ids WHERE expires_at <= $1', [now]);
}

export interface MessageRow {
  readonly sequence: string | number | bigint;
  readonly address: string;
  readonly id: string;
  readonly headers: string;
  readonly body: Uint8Array;
  readonly published_at: Date;
}

export const messageColumns = 'm.sequence, m.address, m.id, m.headers, m.body, m.published_at';

export function messageOf({ sequence, address, id, headers, body, published_at }: MessageRow): StoredMessage {
  // The drivers read 64-bit numbers each in its own way; 2^53 messages will not come.
  return { sequence: Number(sequence), address, id, headers: JSON.parse(headers), body, publishedAt: published_at };
}

/** Any constant will do that nothing else in the database locks. */
const publishLock = 723_191_085;
