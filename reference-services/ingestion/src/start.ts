import type { Bus } from '../../common/events/bus.ts';
import { openBus } from '../../common/events/open-bus.ts';
import { registerOutboxMetrics } from '../../common/events/outbox/outbox-metrics.ts';
import { Relay } from '../../common/events/outbox/relay.ts';
import { listen } from '../../common/listen.ts';
import type { Stoppable } from '../../common/shutdown.ts';
import { type IngestionConfig, readIngestionConfig } from './config.ts';
import type { IngestionDeps } from './deps.ts';
import { recover, sweep } from './lifecycle.ts';
import { type OpenIngestion, type OpenOptions, openIngestion } from './open.ts';

export interface RunningIngestion extends Stoppable, OpenIngestion {
  readonly url: string;
  readonly port: number;
}

export interface StartOptions extends OpenOptions {
  /** A bus that is open already, such as one that several services share. */
  readonly bus?: Bus;
}

const sweepEveryMs = 60 * 1000;

/** Starts the service on a socket. What `config` leaves out is what an empty environment means. Port 0 is any free one. */
export async function startIngestion(
  config: Partial<IngestionConfig> = {},
  options: StartOptions = {},
): Promise<RunningIngestion> {
  const whole = { ...readIngestionConfig({}), ...config };
  const opened = await openIngestion(whole, options);
  const { app, deps } = opened;
  const onBusError = (error: unknown) => deps.logger.warn({ error }, 'bus');
  const bus = options.bus ?? (await openBus({ ...whole.bus, database: deps.database, onError: onBusError }));
  const relay = startRelay(deps, bus);
  const server = await listen(app, whole).catch(async (error: unknown) => {
    await stopParts();
    throw error;
  });
  const working = startSweeping(deps);
  return { ...opened, url: server.url, port: server.port, stop };

  /** Not ready first, so that no new traffic is sent; then no new connections; the rest when all is answered. */
  async function stop(): Promise<void> {
    deps.health.drain();
    await server.close();
    await working.stop();
    await stopParts();
  }

  async function stopParts(): Promise<void> {
    await relay.stop();
    if (options.bus === undefined) await bus.close();
    await opened.close();
  }
}

function startRelay({ metrics, outbox, database, logger }: IngestionDeps, bus: Bus): Relay {
  const { onPublished, onFailed } = registerOutboxMetrics(metrics.registry, outbox);
  const onError = (error: unknown) => {
    onFailed();
    logger.warn({ error }, 'not published');
  };
  return new Relay(outbox, database, bus, { onPublished, onError });
}

/** At start, whatever another life of this process was verifying is finished. */
function startSweeping(deps: IngestionDeps): Stoppable {
  const warn = (error: unknown) => deps.logger.warn({ error }, 'sweep failed');
  let running: Promise<unknown> = recover(deps, deps.clock()).catch(warn);
  const timer = setInterval(() => {
    running = running.then(() => sweep(deps)).catch(warn);
  }, sweepEveryMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
