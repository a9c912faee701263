import type { WorkerPosition } from './bus.ts';
import type { Broker, Subscription } from './runtime.ts';

export type Rewind = (position: WorkerPosition, from: Date | number) => Promise<void>;

interface Active {
  readonly durable: string;
  readonly template: string;
  readonly begin: () => Promise<Subscription>;
  current: Subscription;
}

/** This process's workers at a position finish what they have and stop while it is moved: nothing under way may settle what comes again. */
export function rewindable(
  broker: Pick<Broker, 'subscribe'>,
  rewind: Rewind,
): { readonly subscribe: Broker['subscribe']; readonly rewind: Rewind } {
  const all = new Set<Active>();
  return {
    subscribe: async (template, options, take) => {
      const begin = () => broker.subscribe(template, options, take);
      const active: Active = { durable: options.durable, template, begin, current: await begin() };
      all.add(active);
      return {
        drain: () => {
          all.delete(active);
          return active.current.drain();
        },
      };
    },
    rewind: async (position, from) => {
      const own = [...all].filter(
        (active) => active.template === position.address && active.durable === position.durable,
      );
      await Promise.all(own.map(({ current }) => current.drain()));
      try {
        await rewind(position, from);
      } finally {
        for (const active of own) if (all.has(active)) active.current = await active.begin();
      }
    },
  };
}
