import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no new connections, lets requests in flight finish, and closes connections as they fall idle. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** Serves an application over HTTP. Port 0 takes any that is free. */
export async function listen(app: { readonly fetch: Fetch }, { port, host }: ListenOptions): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
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
