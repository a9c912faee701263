import {
  AckPolicy,
  type ConsumerConfig,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { BusDefinition, StreamDefinition, WorkerDefinition } from './definition.ts';

export interface EnsureOptions {
  /** How many servers keep each stream; 1 by default. */
  readonly replicas?: number;
  readonly storage?: 'file' | 'memory';
}

export interface Ensured {
  readonly kind: 'stream' | 'worker';
  readonly name: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

/** Makes the server's streams and durable consumers what the definition says. Nothing is deleted; running it again changes nothing. */
export async function ensureStreams(
  manager: JetStreamManager,
  definition: BusDefinition,
  options: EnsureOptions = {},
): Promise<readonly Ensured[]> {
  const ensured: Ensured[] = [];
  const queues = definition.deadLetterQueues.map(({ name, maxAgeSeconds }) => ({
    ...{ name, subjects: [name], max_age: nanos(maxAgeSeconds * 1_000) },
    // Its letters are read one by one, by number.
    ...{ allow_direct: true, duplicate_window: nanos(120_000) },
  }));
  const advisories = {
    name: definition.advisories,
    subjects: definition.streams.map(({ name }) => `$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.${name}.*`),
    max_age: nanos(7 * 24 * 60 * 60 * 1_000),
  };
  for (const stream of [...definition.streams.map(streamConfig), ...queues, advisories]) {
    const outcome = await ensureStream(manager, { ...stream, ...fixed(options) });
    ensured.push({ kind: 'stream', name: stream.name, outcome });
  }
  for (const stream of definition.streams) {
    for (const worker of stream.workers) {
      const outcome = await ensureConsumer(manager, stream.name, consumerConfig(stream, worker));
      ensured.push({ kind: 'worker', name: `${stream.name} ${worker.durable}`, outcome });
    }
  }
  return ensured;
}

function fixed({ replicas = 1, storage = 'file' }: EnsureOptions) {
  return {
    // By limits, also for dead letters: a work queue would delete what somebody has merely looked at.
    ...{ retention: RetentionPolicy.Limits, discard: DiscardPolicy.Old, num_replicas: replicas },
    storage: storage === 'file' ? StorageType.File : StorageType.Memory,
  };
}

function streamConfig({ name, subjects, maxAgeSeconds, maxMessageBytes, duplicateWindowSeconds }: StreamDefinition) {
  return {
    ...{ name, subjects: [...subjects], max_msg_size: maxMessageBytes },
    ...{ max_age: nanos(maxAgeSeconds * 1_000), duplicate_window: nanos(duplicateWindowSeconds * 1_000) },
  };
}

function consumerConfig({ subjects }: StreamDefinition, worker: WorkerDefinition) {
  const [subject] = subjects;
  if (subject === undefined) throw new TypeError(`The stream of ${worker.durable} has no subject.`);
  return {
    ...{ durable_name: worker.durable, filter_subject: subject, description: `${worker.service}: ${worker.durable}` },
    ...{ ack_policy: AckPolicy.Explicit, deliver_policy: DeliverPolicy.All },
    ...{ ack_wait: nanos(worker.ackWaitSeconds * 1_000), max_ack_pending: worker.maxPending },
    // When the server gives up, it says so, and the net makes a dead letter of it.
    max_deliver: worker.maxDeliveries,
  };
}

async function ensureStream(
  manager: JetStreamManager,
  config: Partial<StreamConfig> & { readonly name: string },
): Promise<Ensured['outcome']> {
  const found = await manager.streams.info(config.name).catch(unless(streamNotFound));
  if (found === undefined) {
    await manager.streams.add(config);
    return 'created';
  }
  if (isLike(found.config, config)) return 'unchanged';
  await manager.streams.update(config.name, { ...found.config, ...config });
  return 'updated';
}

async function ensureConsumer(
  manager: JetStreamManager,
  stream: string,
  config: Partial<ConsumerConfig> & { readonly durable_name: string },
): Promise<Ensured['outcome']> {
  const found = await manager.consumers.info(stream, config.durable_name).catch(unless(consumerNotFound));
  if (found === undefined) {
    await manager.consumers.add(stream, config);
    return 'created';
  }
  // Where it began to read cannot be changed, and after a rewind is not what the definition says.
  const { deliver_policy: _, ...changeable } = config;
  if (isLike(found.config, changeable)) return 'unchanged';
  await manager.consumers.update(stream, config.durable_name, { ...found.config, ...changeable });
  return 'updated';
}

/** JetStream's own error codes. */
const streamNotFound = 10059;
const consumerNotFound = 10014;

function unless(code: number) {
  return (error: unknown): undefined => {
    if (!(error instanceof JetStreamApiError) || error.code !== code) throw error;
  };
}

/** The server fills in what was left out, so only what is wanted is compared. */
function isLike(found: object, wanted: object): boolean {
  const actual = new Map(Object.entries(found));
  return Object.entries(wanted).every(([name, value]) => JSON.stringify(actual.get(name)) === JSON.stringify(value));
}
