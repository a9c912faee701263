import type { Database, Queryable } from '../../database/database.ts';
import type { WorkerPosition } from '../bus.ts';
import { type MessageRow, messageColumns, messageOf, type StoredMessage } from './message-store.ts';

export interface TakenMessage {
  readonly message: StoredMessage;
  readonly deliveries: number;
}

export interface Taking {
  /** How many at most. */
  readonly limit: number;
  readonly now: Date;
  /** When they come again unless they are settled. */
  readonly heldUntil: Date;
  /** PostgreSQL's regular expression for the worker's address. */
  readonly pattern: string;
}

export async function addWorker(database: Queryable, { durable, address }: WorkerPosition): Promise<void> {
  await database.query('INSERT INTO bus_workers (durable, address) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    durable,
    address,
  ]);
}

/** Hands out what is due again, and then what is new, in order. Several replicas of a worker share it. */
export async function takeMessages(
  database: Queryable,
  position: WorkerPosition,
  taking: Taking,
): Promise<readonly TakenMessage[]> {
  const again = await takeAgain(database, position, taking);
  const limit = taking.limit - again.length;
  const fresh = limit === 0 ? [] : await takeFresh(database, position, { ...taking, limit });
  return [...again, ...fresh]
    .map((row) => ({ message: messageOf(row), deliveries: row.deliveries }))
    .sort((a, b) => a.message.sequence - b.message.sequence);
}

function takeAgain(database: Queryable, { durable, address }: WorkerPosition, { limit, now, heldUntil }: Taking) {
  return database.query<TakenRow>(
    `WITH due AS (
       SELECT sequence FROM bus_deliveries WHERE durable = $1 AND address = $2 AND due_at <= $3
       ORDER BY sequence LIMIT $5 FOR UPDATE SKIP LOCKED)
     UPDATE bus_deliveries d SET deliveries = d.deliveries + 1, due_at = $4, held = true
     FROM due JOIN bus_messages m USING (sequence)
     WHERE d.durable = $1 AND d.address = $2 AND d.sequence = due.sequence
     RETURNING d.deliveries, ${messageColumns}`,
    [durable, address, now, heldUntil, limit],
  );
}

/** The lock on the worker makes replicas take turns: the next one reads the position that this one leaves. */
function takeFresh(database: Queryable, { durable, address }: WorkerPosition, { limit, heldUntil, pattern }: Taking) {
  return database.query<TakenRow>(
    `WITH worker AS MATERIALIZED (
       SELECT position FROM bus_workers WHERE durable = $1 AND address = $2 FOR UPDATE
     ), fresh AS MATERIALIZED (
       SELECT ${messageColumns} FROM bus_messages m
       WHERE m.sequence > (SELECT position FROM worker) AND ${pattern === '' ? 'm.address = $5' : 'm.address ~ $5'}
       ORDER BY m.sequence LIMIT $3
     ), taken AS (
       INSERT INTO bus_deliveries (durable, address, sequence, deliveries, due_at, held)
       SELECT $1, $2, sequence, 1, $4, true FROM fresh
     ), moved AS (
       UPDATE bus_workers SET position = (SELECT max(sequence) FROM fresh)
       WHERE durable = $1 AND address = $2 AND EXISTS (SELECT 1 FROM fresh))
     SELECT 1 AS deliveries, m.* FROM fresh m ORDER BY sequence`,
    [durable, address, limit, heldUntil, pattern === '' ? address : pattern],
  );
}

/** When something that waits comes due; `undefined` when nothing waits. */
export async function nextDue(database: Queryable, { durable, address }: WorkerPosition): Promise<Date | undefined> {
  const [row] = await database.query<{ due_at: Date | null }>(
    'SELECT min(due_at) AS due_at FROM bus_deliveries WHERE durable = $1 AND address = $2',
    [durable, address],
  );
  return row?.due_at ?? undefined;
}

export async function settle(
  database: Queryable,
  { durable, address }: WorkerPosition,
  sequence: number,
): Promise<void> {
  await database.query('DELETE FROM bus_deliveries WHERE durable = $1 AND address = $2 AND sequence = $3', [
    durable,
    address,
    sequence,
  ]);
}

/** Moves the time at which the message comes again: for a delay, or because its worker is alive and still holds it. */
export async function postpone(
  database: Queryable,
  { durable, address }: WorkerPosition,
  { sequence, dueAt, held }: { readonly sequence: number; readonly dueAt: Date; readonly held: boolean },
): Promise<void> {
  await database.query(
    'UPDATE bus_deliveries SET due_at = $4, held = $5 WHERE durable = $1 AND address = $2 AND sequence = $3',
    [durable, address, sequence, dueAt, held],
  );
}

/** Everything that a worker held comes again now. For when nobody but this process can have held it, and it has begun. */
export async function releaseHeld(database: Queryable, now: Date): Promise<void> {
  await database.query('UPDATE bus_deliveries SET due_at = $1, held = false WHERE held', [now]);
}

/** Tells whether there is such a worker. */
export function rewindWorker(database: Database, { durable, address }: WorkerPosition, from: Date | number) {
  return database.transaction(async (tx): Promise<boolean> => {
    const workers = await tx.query('SELECT 1 FROM bus_workers WHERE durable = $1 AND address = $2 FOR UPDATE', [
      durable,
      address,
    ]);
    if (workers.length === 0) return false;
    const [row] = await tx.query<{ position: string | number }>(
      typeof from === 'number'
        ? 'SELECT $1::bigint - 1 AS position'
        : 'SELECT coalesce(max(sequence), 0) AS position FROM bus_messages WHERE published_at < $1',
      [from],
    );
    const values = [durable, address, row?.position ?? 0];
    // What is under way comes with the rest, as a first delivery.
    await tx.query('DELETE FROM bus_deliveries WHERE durable = $1 AND address = $2 AND sequence > $3', values);
    await tx.query('UPDATE bus_workers SET position = $3 WHERE durable = $1 AND address = $2', values);
    return true;
  });
}

interface TakenRow extends MessageRow {
  readonly deliveries: number;
}
