import { type ConsumerConfig, DeliverPolicy, type JetStreamManager } from '@nats-io/jetstream';
import { BusError } from '../bus.ts';
import type { Rewind } from '../rewindable.ts';
import { subjectFilter } from '../runtime.ts';

/**
 * Where a durable consumer reads cannot be changed, so it is made again under its name. Workers in other processes notice
 * within a minute that theirs is another one.
 */
export function rewindConsumer(manager: JetStreamManager): Rewind {
  return async ({ durable, address }, from) => {
    const stream = await manager.streams.find(subjectFilter(address));
    const found = await manager.consumers.info(stream, durable).catch((cause: unknown) => {
      throw new BusError(`No worker ${durable} has subscribed to ${address}.`, { cause });
    });
    const { opt_start_seq: _, opt_start_time: __, ...config } = found.config;
    await manager.consumers.delete(stream, durable);
    await manager.consumers.add(stream, { ...config, ...start(from) });
  };
}

function start(from: Date | number): Partial<ConsumerConfig> {
  return typeof from === 'number'
    ? { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: Math.max(from, 1) }
    : { deliver_policy: DeliverPolicy.StartTime, opt_start_time: from.toISOString() };
}
