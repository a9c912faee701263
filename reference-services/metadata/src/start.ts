import type { DevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { listen } from '../../common/listen.ts';
import type { Stoppable } from '../../common/shutdown.ts';
import { type MetadataConfig, readMetadataConfig } from './config.ts';
import { type OpenMetadata, type OpenOptions, openMetadata } from './open.ts';

export interface RunningMetadata extends Stoppable, OpenMetadata {
  readonly url: string;
  readonly port: number;
  readonly issuer: DevelopmentIssuer | undefined;
}

const sweepEveryMs = 10 * 60 * 1000;

/** Starts the service on a socket. What `config` leaves out is what an empty environment means. Port 0 is any free one. */
export async function startMetadata(
  config: Partial<MetadataConfig> = {},
  options: OpenOptions = {},
): Promise<RunningMetadata> {
  const whole = { ...readMetadataConfig({}), ...config };
  const opened = await openMetadata(whole, options);
  const { app, deps, database } = opened;
  // A database that is shared is closed by who opened it.
  const close = async () => (options.database === undefined ? database.close() : undefined);
  const server = await listen(app, whole).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const sweeper = setInterval(() => {
    deps.idempotency.sweep().catch((error: unknown) => deps.logger.warn({ error }, 'sweep failed'));
  }, sweepEveryMs);
  sweeper.unref();
  return { ...opened, url: server.url, port: server.port, stop };

  /** Not ready first, so that no new traffic is sent; then no new connections; the database when all is answered. */
  async function stop(): Promise<void> {
    deps.health.drain();
    clearInterval(sweeper);
    await server.close();
    await close();
  }
}
