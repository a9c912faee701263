#!/usr/bin/env node
import { main } from './main.ts';

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  out: process.stdout,
  error: process.stderr,
  readInput: async () => (await import('node:stream/consumers')).text(process.stdin),
  env: process.env,
});
