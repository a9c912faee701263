import type { Clock } from '../../../common/clock.ts';
import type { Database, Queryable } from '../../../common/database/database.ts';
import type { ObjectStore } from '../../../common/objects/object-store.ts';

export type ObjectLedger = ReturnType<typeof createObjectLedger>;

const claimMs = 24 * 60 * 60 * 1000;
const batch = 100;

/**
 * Which objects are needed. An object is claimed before it is stored, kept in the transaction that makes it needed, and
 * released in the one that makes it needless; `collect` deletes what nobody kept. So neither a crash nor a refusal leaves an
 * object behind, and none disappears that somebody needs.
 */
export function createObjectLedger(database: Database, objects: ObjectStore, clock: Clock) {
  return { claim, keep, release, collect };

  /** For a day. Waits while `collect` deletes this very key. */
  async function claim(key: string): Promise<void> {
    await database.query(
      `INSERT INTO ingestion_objects (key, delete_after) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET delete_after = EXCLUDED.delete_after
       WHERE ingestion_objects.delete_after IS NOT NULL`,
      [key, new Date(clock().getTime() + claimMs).toISOString()],
    );
  }

  async function keep(tx: Queryable, key: string): Promise<void> {
    const kept = await tx.query('UPDATE ingestion_objects SET delete_after = NULL WHERE key = $1 RETURNING key', [key]);
    if (kept.length === 0)
      throw new Error(`The object ${key} was not claimed, or its claim ended before it was stored.`);
  }

  async function release(tx: Queryable, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await tx.query('UPDATE ingestion_objects SET delete_after = $2 WHERE key = ANY($1::text[])', [
      keys,
      clock().toISOString(),
    ]);
  }

  /** Deletes what is due, and says how many objects that were. Replicas that do it at once share the work. */
  async function collect(): Promise<number> {
    let count = 0;
    for (let last = batch; last === batch; count += last) last = await database.transaction(collectBatch);
    return count;
  }

  /** The rows stay locked until the objects are gone, so that a new claim cannot come in between. */
  async function collectBatch(tx: Queryable): Promise<number> {
    const due = await tx.query<{ key: string }>(
      `DELETE FROM ingestion_objects WHERE key IN (
         SELECT key FROM ingestion_objects WHERE delete_after <= $1 LIMIT ${batch} FOR UPDATE SKIP LOCKED)
       RETURNING key`,
      [clock().toISOString()],
    );
    for (const { key } of due) await objects.delete(key);
    return due.length;
  }
}
