import { once } from 'node:events';
import type { IncomingMessage, ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { refuseMalformed } from './malformed.ts';

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no new connections, lets requests in flight finish, and closes connections as they fall idle. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  /** Of Node's server, such as the time that the headers of a request may take. */
  readonly http?: ServerOptions;
  readonly upgrades?: Upgrades;
}

/** Takes connections over from HTTP. It has to end them itself: `close` waits for them. */
export interface Upgrades {
  /** Whether it takes this request. All others are answered as if they had not asked for an upgrade (Node 24.9). */
  wants(request: IncomingMessage): boolean;
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** Serves an application over HTTP. Port 0 takes any that is free. */
export async function listen(app: { readonly fetch: Fetch }, options: ListenOptions): Promise<Listening> {
  const { port, host, http, upgrades } = options;
  const serverOptions = { ...http, ...(upgrades && { shouldUpgradeCallback: upgrades.wants }) };
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions });
  if (upgrades !== undefined) server.on('upgrade', upgrades.take);
  server.on('clientError', refuseMalformed);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo; // a TCP server that listens has one
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    url: `http://${shownHost}:${address.port}`,
    port: address.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      // A connection whose last answer is sent would stay open for the client's next request: close it as soon as it idles.
      const sweep = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 20);
      await closed;
      clearInterval(sweep);
    },
  };
}
