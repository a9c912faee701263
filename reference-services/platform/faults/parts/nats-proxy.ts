import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { NatsServer } from '../../harness/nats-server.ts';
import type { Workspace } from '../../harness/workspace.ts';

/** Where a process that publishes an event is cut off: both lie between its commit and its note that the event is out. */
export type Cut =
  /** The server never gets the event. */
  | 'before the publish'
  /** The server has the event, and the process does not learn of it. */
  | 'before the acknowledgement';

export interface NatsProxy {
  readonly url: string;
  /** The next time that somebody publishes to the subject, its connection is cut there. Resolves when it is. */
  cutAt(cut: Cut, to: { readonly subject: string; readonly stream: string }): Promise<void>;
}

/** Stands between services and the NATS server, to know exactly when an event passes. */
export async function startNatsProxy(workspace: Workspace, { port }: NatsServer): Promise<NatsProxy> {
  let trap: Trap | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('error', () => socket.destroy());
    }
    let published = false;
    const cut = () => {
      trap?.sprung();
      trap = undefined;
      client.destroy();
    };
    client.on('data', (chunk) => {
      const isIt = trap !== undefined && chunk.includes(`PUB ${trap.subject} `);
      if (isIt && trap?.cut === 'before the publish') return cut();
      published ||= isIt;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (published && trap !== undefined && chunk.includes(`"stream":"${trap.stream}"`)) return cut();
      client.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  workspace.atEnd(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    url: `nats://127.0.0.1:${address.port}`,
    cutAt: (cut, to) =>
      new Promise((resolve) => {
        trap = { ...to, cut, sprung: resolve };
      }),
  };
}

interface Trap {
  readonly cut: Cut;
  readonly subject: string;
  readonly stream: string;
  readonly sprung: () => void;
}
