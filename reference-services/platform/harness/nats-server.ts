import { mkdirSync } from 'node:fs';
import { connect } from '@nats-io/transport-node';
import { findProgram } from './find-program.ts';
import { freePort } from './free-port.ts';
import { Program } from './program.ts';
import type { Workspace } from './workspace.ts';

export interface NatsServer {
  readonly url: string;
  readonly port: number;
  readonly program: Program;
}

/** A NATS server with JetStream, whose streams lie in the workspace and outlive the program. */
export async function startNats(workspace: Workspace): Promise<NatsServer> {
  const store = workspace.path('nats');
  mkdirSync(store);
  const port = await freePort();
  const url = `nats://127.0.0.1:${port}`;
  const program = new Program({
    name: 'nats-server',
    command: findProgram('nats-server') ?? 'nats-server',
    args: ['--jetstream', '--store_dir', store, '--addr', '127.0.0.1', '--port', String(port)],
    log: workspace.path('nats.log'),
    isReady: async () => {
      const connection = await connect({ servers: url, reconnect: false, timeout: 2_000 });
      await connection.close();
      return true;
    },
  });
  workspace.atEnd(() => program.kill());
  await program.start();
  return { url, port, program };
}
