import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { Program } from './program.ts';
import type { Workspace } from './workspace.ts';

export interface Service {
  readonly name: string;
  readonly url: string;
  readonly program: Program;
}

export interface ServiceOptions {
  /** As in `npm run service -- search`. */
  readonly name: string;
  /** Beside where it listens. Nothing of this process's own environment is passed on. */
  readonly environment: Readonly<Record<string, string>>;
}

const one = fileURLToPath(new URL('../src/one.ts', import.meta.url));

/** A service as a process of its own, at the same address in each of its lives; resolves when it is ready. */
export async function startService(workspace: Workspace, { name, environment }: ServiceOptions): Promise<Service> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { PATH = '' } = process.env;
  const program = new Program({
    name,
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', one, name],
    env: {
      ...{ PATH, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'warn' },
      ...environment,
    },
    log: workspace.path(`${name}.log`),
    isReady: async () => (await fetch(`${url}/ready`)).status === 200,
  });
  workspace.atEnd(() => program.kill());
  await program.start();
  return { name, url, program };
}
