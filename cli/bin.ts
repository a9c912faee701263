#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Keeps compiled code between runs, in the system's temporary folder; what is imported after this line profits.
enableCompileCache();
const { main } = await import('./main.ts');

// The reader has gone, as in `rules | head`: there is nobody left to tell anything.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  out: process.stdout,
  error: process.stderr,
  readInput: async () => (await import('node:stream/consumers')).text(process.stdin),
  env: process.env,
  now: () => new Date(),
  untilInterrupted: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
    }),
});
