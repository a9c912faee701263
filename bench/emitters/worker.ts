/** One emitter in a process of its own: `fork('worker.ts', [name])`, then a message for each job and one for its answer. */
import { mkdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { emitters } from './index.ts';
import { emitPrepared } from './prepared.ts';

export interface Job {
  /** The document as it is, or as our adapters prepare it. */
  readonly form: 'raw' | 'prepared';
  readonly folder: string;
  /** Of the document, below `folder`. */
  readonly path: string;
  /** An absolute folder, made when it is not there. */
  readonly output: string;
}

export type Answer = { readonly ok: true } | { readonly ok: false; readonly message: string };

// Adapters import emitters from where they stand. Those that are installed for the benchmarks only are found from here.
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (specifier.startsWith('.')) throw error;
      return next(specifier, { ...context, parentURL: import.meta.url });
    }
  },
});

// No document may make an emitter ask the network for something.
Socket.prototype.connect = () => {
  throw new Error('There is no network here.');
};

const emitter = emitters.find(({ name }) => name === process.argv[2]);

process.on('message', async (job: Job) => process.send?.(await answer(job)));

async function answer({ form, folder, path, output }: Job): Promise<Answer> {
  try {
    if (emitter === undefined) throw new Error(`There is no emitter ${process.argv[2]}`);
    mkdirSync(output, { recursive: true });
    if (form === 'raw') await emitter.emit(join(folder, path), output);
    else await emitPrepared(emitter, folder, path, output);
    return { ok: true };
  } catch (error) {
    return { ok: false, message: (error instanceof Error ? error.message : String(error)).slice(0, 1000) };
  }
}
