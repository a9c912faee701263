import type { Broker } from '../../events/runtime.ts';
import type { BusDefinition } from '../../events/streams/definition.ts';
import { platform } from '../../events/streams/platform.ts';

/** The platform's streams under names of their own, so that tests leave each other alone, and in a hurry. */
export function testDefinition(prefix: string, ackWaitMs = 30_000): BusDefinition {
  const own = (name: string) => `${prefix}_${name}`;
  return {
    streams: platform.streams.map((stream) => ({
      ...stream,
      name: own(stream.name),
      subjects: stream.subjects.map((subject) => `${prefix}.${subject}`),
      deadLetterQueue: own(stream.deadLetterQueue),
      workers: stream.workers.map((worker) => ({
        ...worker,
        ackWaitSeconds: ackWaitMs / 1_000,
        retryDelaySeconds: [0.1, 0.3],
      })),
    })),
    deadLetterQueues: platform.deadLetterQueues.map((queue) => ({ ...queue, name: own(queue.name) })),
    advisories: own(platform.advisories),
  };
}

/** Generated code speaks of the contract's addresses; they are the test's own here. */
export function withPrefix<Wrapped extends Broker>(broker: Wrapped, prefix: string): Wrapped {
  const own = (template: string) => (template.startsWith(prefix) ? template : `${prefix}.${template}`);
  return {
    ...broker,
    publish: ({ address, ...message }) =>
      broker.publish({ ...message, address: { ...address, template: own(address.template) } }),
    subscribe: (template, options, take) => broker.subscribe(own(template), options, take),
  };
}
