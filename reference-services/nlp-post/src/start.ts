import { listen } from '../../common/listen.ts';
import type { Stoppable } from '../../common/shutdown.ts';
import { type NlpPostConfig, readNlpPostConfig } from './config.ts';
import { type OpenNlpPost, type OpenOptions, openNlpPost } from './open.ts';

export interface RunningNlpPost extends Stoppable, OpenNlpPost {
  readonly url: string;
  readonly port: number;
}

const sweepEveryMs = 10 * 60 * 1000;

/** Starts the service on a socket. What `config` leaves out is what an empty environment means. Port 0 is any free one. */
export async function startNlpPost(
  config: Partial<NlpPostConfig> = {},
  options: OpenOptions = {},
): Promise<RunningNlpPost> {
  const whole = { ...readNlpPostConfig({}), ...config };
  const opened = await openNlpPost(whole, options);
  const { app, deps } = opened;
  const server = await listen(app, whole).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  const sweeper = setInterval(() => {
    deps.idempotency.sweep().catch((error: unknown) => deps.logger.warn({ error }, 'sweep failed'));
  }, sweepEveryMs);
  sweeper.unref();
  return { ...opened, url: server.url, port: server.port, stop };

  /** Not ready first, so that no new traffic is sent; then no new connections; the rest when all is answered. */
  async function stop(): Promise<void> {
    deps.health.drain();
    clearInterval(sweeper);
    await server.close();
    await opened.close();
  }
}
