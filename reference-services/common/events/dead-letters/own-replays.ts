import type { Broker } from '../runtime.ts';
import { isReplayForAnother } from './letter.ts';

/** Subscribes workers so that they do not see the dead letters that were sent again for another worker. */
export function forOwnReplays(subscribe: Broker['subscribe']): Broker['subscribe'] {
  return (template, options, take) =>
    subscribe(template, options, async (delivery) => {
      if (!isReplayForAnother(delivery.headers, options.durable)) return take(delivery);
      // It comes again when this fails.
      await delivery.ack().catch(() => undefined);
    });
}
