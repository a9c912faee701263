import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote to standard error, without Node's own warnings. */
  readonly errors: string;
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Starts the service as a process of its own, with this environment and nothing else. */
export function runMain(environment: Readonly<Record<string, string>>) {
  const { PATH = '' } = process.env;
  const options = { env: { PATH, HOST: '127.0.0.1', ...environment } };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], options);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, errors }));
  });
  return { child, ended, address: () => firstAddress(child.stdout) };
}

/** Where it listens, which it logs when it is ready. The stream is read on: nobody must find it closed. */
function firstAddress(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    output.on('data', (chunk) => {
      text += chunk;
      const found = /"address":"([^"]+)"/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    output.on('end', () => reject(new Error(`It ended without an address: ${text}`)));
  });
}
