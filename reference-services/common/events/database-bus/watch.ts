import type { Database } from '../../database/database.ts';
import type { Delivery, Subscription } from '../runtime.ts';
import { watched } from '../watching.ts';
import { nextMessage } from './message-store.ts';
import { listenTo } from './sharing.ts';

export interface WatchOptions {
  /** How often to look for what other processes have published. */
  readonly pollMs: number;
  readonly onError: (error: unknown) => void;
}

/** Hands on what comes to the address from now on. The place in it is this process's own and goes with it. */
export async function watchDatabase(
  database: Database,
  address: string,
  take: (delivery: Delivery) => Promise<void>,
  { pollMs, onError }: WatchOptions,
): Promise<Subscription> {
  const [last] = await database.query<{ sequence: string | number }>(
    'SELECT coalesce(max(sequence), 0) AS sequence FROM bus_messages',
  );
  let position = Number(last?.sequence ?? 0);
  let stopped = false;
  let looking = Promise.resolve();
  const wake = () => {
    looking = looking.then(look).catch(onError);
  };
  const unlisten = listenTo(database, wake);
  const timer = setInterval(wake, pollMs);
  timer.unref();
  return {
    drain: async () => {
      stopped = true;
      unlisten();
      clearInterval(timer);
      await looking;
    },
  };

  async function look(): Promise<void> {
    while (!stopped) {
      const message = await nextMessage(database, address, position);
      if (message === undefined) return;
      position = message.sequence;
      await take(watched(address, message));
    }
  }
}
