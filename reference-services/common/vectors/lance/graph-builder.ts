import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./graph-process.ts', import.meta.url));
const mostWordsOfFailure = 2_000;

/** Builds the graph of an index beside this process; rejects with the reason when it fails, and when it is stopped. */
export function buildGraphBeside(folder: string, { signal }: { readonly signal: AbortSignal }): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [folder], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    // It must not keep a process alive that has nothing else to do.
    child.unref();
    child.channel?.unref();
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    let words = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-mostWordsOfFailure);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      if (code === 0) resolve();
      else
        reject(new Error(`The graph of the vector index was not built: ${words.trim() || 'its process was stopped'}`));
    });
  });
}
