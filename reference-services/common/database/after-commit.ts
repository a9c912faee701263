import type { Queryable, Transaction } from './database.ts';

/** Runs a driver's transaction, and when that is committed, what was left for afterwards. */
export async function withAfterCommit<T>(
  work: (tx: Transaction) => Promise<T>,
  inTransaction: (work: (tx: Queryable) => Promise<T>) => Promise<T>,
): Promise<T> {
  const later: (() => void)[] = [];
  const result = await inTransaction((tx) => work({ ...tx, afterCommit: (then) => later.push(then) }));
  for (const then of later) then();
  return result;
}
