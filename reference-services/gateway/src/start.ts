import { listen } from '../../common/listen.ts';
import type { Stoppable } from '../../common/shutdown.ts';
import { type GatewayConfig, readGatewayConfig } from './config.ts';
import { type OpenGateway, type OpenOptions, openGateway } from './open.ts';

export interface RunningGateway extends Stoppable, Omit<OpenGateway, 'close'> {
  readonly url: string;
  readonly port: number;
}

/** Bodies have limits of their own, by how they make progress: a large upload takes longer than any limit for a request. */
const http = { headersTimeout: 10_000, requestTimeout: 0, connectionsCheckingInterval: 5_000 };

/** Starts the gateway on a socket. What `config` leaves out is what an empty environment means. Port 0 is any free one. */
export async function startGateway(
  config: Partial<GatewayConfig> = {},
  options: OpenOptions = {},
): Promise<RunningGateway> {
  const whole = { ...readGatewayConfig({}), ...config };
  const { close, ...opened } = await openGateway(whole, options);
  const { upgrades, deps } = opened;
  const server = await listen(opened.app, { ...whole, http, upgrades }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { ...opened, url: server.url, port: server.port, stop };

  /** Not ready first, so that no new traffic is sent; then no new connections, and streams go elsewhere. */
  async function stop(): Promise<void> {
    deps.health.drain();
    await Promise.all([server.close(), deps.streams.drain(whole.streams.graceMs)]);
    await close();
  }
}
