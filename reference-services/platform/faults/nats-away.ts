import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { outage } from './parts/outage.ts';

/** Long enough for every retry that is counted in seconds to fail. */
const awayMs = 30_000;

export const natsAway: Fault = {
  name: 'nats-away',
  title: 'NATS stopped for 30 s under load',
  run: outage(async ({ nats }) => {
    await nats.program.kill();
    await pause(awayMs);
    await nats.program.start();
  }),
};
