import { openDatabase } from '../../common/database/config.ts';
import type { Bus } from '../../common/events/bus.ts';
import { openBus } from '../../common/events/open-bus.ts';
import { listen } from '../../common/listen.ts';
import { createLogger } from '../../common/logging.ts';
import type { Stoppable } from '../../common/shutdown.ts';
import { type MetadataConfig, readMetadataConfig } from './config.ts';
import { startEvents } from './events/start-events.ts';
import { type OpenMetadata, type OpenOptions, openMetadata } from './open.ts';
import { forgetDeleted } from './store/deleted-records.ts';
import { giveUpWaiting } from './store/waiting-events.ts';

export interface RunningMetadata extends Stoppable, OpenMetadata {
  readonly url: string;
  readonly port: number;
}

export interface StartOptions extends OpenOptions {
  /** A bus that is open already, such as one that several services share. */
  readonly bus?: Bus;
}

const sweepEveryMs = 10 * 60 * 1000;

/** Starts the service on a socket. What `config` leaves out is what an empty environment means. Port 0 is any free one. */
export async function startMetadata(
  config: Partial<MetadataConfig> = {},
  options: StartOptions = {},
): Promise<RunningMetadata> {
  const whole = { ...readMetadataConfig({}), ...config };
  const logger = options.logger ?? createLogger({ service: 'metadata', level: whole.logLevel });
  const onBusError = (error: unknown) => logger.warn({ error }, 'bus');
  const parts: Stoppable[] = [];
  try {
    // What is shared is closed by who opened it.
    const database = options.database ?? (await openDatabase(whole.database, logger));
    if (options.database === undefined) parts.unshift({ stop: () => database.close() });
    const bus = options.bus ?? (await openBus({ ...whole.bus, database, onError: onBusError }));
    if (options.bus === undefined) parts.unshift({ stop: () => bus.close() });
    const opened = await openMetadata(whole, { ...options, logger, database, bus });
    parts.unshift(await startEvents(opened, bus, whole.concurrency));
    const server = await listen(opened.app, whole);
    parts.unshift(startSweeping(opened), { stop: () => server.close() });
    const { url, port } = server;
    return { ...opened, url, port, stop };

    /** Not ready first, so that no new traffic is sent; then no new connections; the rest when all is answered. */
    async function stop(): Promise<void> {
      opened.deps.health.drain();
      await stopAll(parts);
    }
  } catch (error) {
    await stopAll(parts);
    throw error;
  }
}

function startSweeping({ deps, database }: OpenMetadata): Stoppable {
  const sweep = async () => {
    await deps.idempotency.sweep();
    await forgetDeleted(database, deps.clock());
    const events = await giveUpWaiting(database, deps.clock());
    if (events.length > 0) deps.logger.error({ events }, 'gave up waiting for the recordings of events');
  };
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => deps.logger.warn({ error }, 'sweep failed'));
  }, sweepEveryMs);
  timer.unref();
  return { stop: async () => clearInterval(timer) };
}

/** The last one that was started first: nobody loses what it still needs. */
async function stopAll(parts: readonly Stoppable[]): Promise<void> {
  for (const part of parts) await part.stop();
}
