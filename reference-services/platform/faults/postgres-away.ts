import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { outage } from './parts/outage.ts';

const awayMs = 30_000;

export const postgresAway: Fault = {
  name: 'postgres-away',
  title: 'PostgreSQL stopped for 30 s under load',
  run: outage(async ({ postgres }) => {
    // Without a goodbye: open transactions are cut off, and the server recovers from its log.
    await postgres.program.end('SIGQUIT');
    await pause(awayMs);
    await postgres.program.start();
  }),
};
