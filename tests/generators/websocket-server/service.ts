import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SocketHandlers } from '../../../generators/websocket-server/runtime/socket-handlers.ts';
import type { AttachOptions } from '../../../generators/websocket-server/runtime/socket-node.ts';
import { attachWebSockets } from '../../../generators/websocket-server/runtime/socket-node.ts';

export interface Service extends AsyncDisposable {
  readonly url: string;
}

/** The handlers behind a server of Node, on a free port. */
export async function listen(handlers: SocketHandlers, options?: AttachOptions): Promise<Service> {
  const server = createServer((_, response) => response.end());
  const detach = attachWebSockets(server, handlers, options);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  return {
    url: `ws://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      await detach();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
