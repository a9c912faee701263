import type { Database } from '../../database/database.ts';

/** The brokers of this process that share a database: what one publishes, the workers of another may be waiting for. */
const listeners = new WeakMap<Database, Set<() => void>>();
const opened = new WeakSet<Database>();

/** Calls `listener` whenever something is published in this process, until the function that it returns is called. */
export function listenTo(database: Database, listener: () => void): () => void {
  const others = listeners.get(database) ?? new Set();
  listeners.set(database, others.add(listener));
  return () => others.delete(listener);
}

export function tellOf(database: Database): void {
  for (const listener of listeners.get(database) ?? []) listener();
}

/** True for the first bus that this process opens in a database. */
export function isFirstOn(database: Database): boolean {
  const isFirst = !opened.has(database);
  opened.add(database);
  return isFirst;
}
