/** What a bus keeps, for whom and for how long. The same data makes JetStream's streams and rules the bus in the database. */
export interface BusDefinition {
  readonly streams: readonly StreamDefinition[];
  readonly deadLetterQueues: readonly QueueDefinition[];
  /** The stream that keeps what JetStream says of messages which it has stopped delivering. */
  readonly advisories: string;
}

/** Subjects that are kept together. Retention is by limits: a message stays its time, consumed or not. */
export interface StreamDefinition {
  readonly name: string;
  readonly subjects: readonly string[];
  readonly maxAgeSeconds: number;
  readonly maxMessageBytes: number;
  /** For so long, a second message of the same id is dropped. */
  readonly duplicateWindowSeconds: number;
  readonly deadLetterQueue: string;
  readonly workers: readonly WorkerDefinition[];
}

/** A durable consumer: replicas of a service share its messages, and its position outlives them. */
export interface WorkerDefinition {
  readonly durable: string;
  readonly service: string;
  readonly maxDeliveries: number;
  readonly ackWaitSeconds: number;
  /** How long to wait after the first delivery, the second, …; the last one stands for all later ones. */
  readonly retryDelaySeconds: readonly number[];
  readonly maxPending: number;
}

export interface QueueDefinition {
  readonly name: string;
  readonly maxAgeSeconds: number;
}

export interface Worker extends WorkerDefinition {
  readonly stream: StreamDefinition;
}

export function findWorker({ streams }: BusDefinition, durable: string): Worker | undefined {
  for (const stream of streams) {
    const worker = stream.workers.find((candidate) => candidate.durable === durable);
    if (worker !== undefined) return { ...worker, stream };
  }
  return undefined;
}
