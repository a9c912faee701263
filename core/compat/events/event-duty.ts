import type { Direction } from '../../contract/walk.ts';
import type { EventMode } from '../profiles.ts';
import type { Duty } from '../schemas/compare-schemas.ts';

/** `send` and `receive` as the described application does it; undefined where the contract does not say who does what. */
export type Action = 'send' | 'receive' | undefined;

/**
 * By action, what is received is an input and what is sent an output. The modes of schema registries look at the events
 * alone: under BACKWARD new readers must read old events, under FORWARD old readers new ones.
 */
export function eventDuty(action: Action, mode: EventMode): Duty {
  switch (mode) {
    case 'ACTION':
      return { mustNotNarrow: action !== 'send', mustNotWiden: action !== 'receive' };
    case 'BACKWARD':
      return { mustNotNarrow: true, mustNotWiden: false };
    case 'FORWARD':
      return { mustNotNarrow: false, mustNotWiden: true };
    case 'FULL':
      return { mustNotNarrow: true, mustNotWiden: true };
  }
}

/** Which way messages travel, for what is read-only and write-only. */
export function directionOf(action: Action): Direction | undefined {
  if (action === undefined) return undefined;
  return action === 'receive' ? 'input' : 'output';
}
