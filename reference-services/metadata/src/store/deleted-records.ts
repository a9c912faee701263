import type { Queryable } from '../../../common/database/database.ts';

/** So long after its deletion an event of a record may still come: streams keep theirs for half of that. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

/** Forgets deletions that no event can contradict any more. */
export async function forgetDeleted(database: Queryable, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptForMs).toISOString();
  await database.query('DELETE FROM deleted_records WHERE deleted_at < $1', [before]);
}
