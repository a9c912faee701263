// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import {
  AckPolicy,
  type ConsumerConfig,
  DeliverPolicy,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import { headers as createHeaders, type Msg, type MsgHdrs, type NatsConnection, nanos } from '@nats-io/transport-node';
import type {
  Address,
  Answer,
  Broker,
  Delivery,
  Incoming,
  OutgoingMessage,
  RawMessage,
  Receipt,
  RequestOptions,
  RespondOptions,
  SubscribeOptions,
  Subscription,
} from './broker.ts';
import { RefusedRequestError, RequestTimeoutError } from './errors.ts';
import { Lane } from './nats-lane.ts';
import { subjectFilter, subjectOf, subjectReader } from './nats-subject.ts';

export interface NatsBrokerOptions {
  /** The stream that keeps a subject; asked of the server by default. */
  readonly streamOf?: (subject: string) => string | Promise<string>;
  /** What a new durable consumer is given beside the defaults below, such as `max_ack_pending`. */
  readonly consumer?: Partial<ConsumerConfig>;
  /** After this long without a sign of life from the worker, another one gets the message; 30,000 by default. */
  readonly ackWaitMs?: number;
  /** Told of what is tried again, for logs. */
  readonly onError?: (error: unknown) => void;
}

/** CloudEvents and tracing aside, the two headers by which NATS services refuse a request (ADR-32). */
const refusalHeader = 'Nats-Service-Error';
const refusalCodeHeader = 'Nats-Service-Error-Code';

/** JetStream's own error code. */
const consumerNotFound = 10014;

/**
 * NATS: messages by JetStream, requests by NATS itself. Streams are not made here; they belong to whoever operates the
 * server. The connection stays the caller's: `close` ends the subscriptions only.
 */
export class NatsBroker implements Broker {
  readonly #connection: NatsConnection;
  readonly #client: JetStreamClient;
  readonly #options: NatsBrokerOptions;
  readonly #open = new Set<Subscription>();
  #manager: Promise<JetStreamManager> | undefined;

  constructor(connection: NatsConnection, options: NatsBrokerOptions = {}) {
    this.#connection = connection;
    this.#client = jetstream(connection);
    this.#options = options;
  }

  async publish({ address, headers, body, id }: OutgoingMessage): Promise<Receipt> {
    const { duplicate } = await this.#client.publish(subjectOf(address), body, {
      msgID: id,
      headers: toHeaders(headers),
    });
    return { id, duplicate };
  }

  async subscribe(
    template: string,
    { durable, concurrency }: SubscribeOptions,
    take: (delivery: Delivery) => Promise<void>,
  ): Promise<Subscription> {
    const filter = subjectFilter(template);
    const read = subjectReader(template);
    const stream = await this.#ensureConsumer(durable, filter);
    const consumer = await this.#client.consumers.get(stream, durable);
    const work = async (message: JsMsg): Promise<void> => {
      const address = addressIn(template, read, message.subject);
      const alive = setInterval(() => message.working(), this.#ackWaitMs / 2);
      await take(this.#delivery(message, address)).finally(() => clearInterval(alive));
    };
    const onError = this.#options.onError ?? (() => undefined);
    const lanes = Array.from({ length: concurrency }, () => new Lane(consumer, work, onError));
    await Promise.all(lanes.map((lane) => lane.start()));
    return this.#track(async () => {
      await Promise.all(lanes.map((lane) => lane.stop()));
    });
  }

  async request({ address, headers, body }: OutgoingMessage, { timeoutMs }: RequestOptions): Promise<RawMessage> {
    const subject = subjectOf(address);
    const options = { timeout: timeoutMs, headers: toHeaders(headers) };
    const reply = await this.#connection.request(subject, body, options).catch((cause: unknown) => {
      throw new RequestTimeoutError(`No reply from ${subject}`, { cause });
    });
    const refusal = reply.headers?.get(refusalHeader);
    if (refusal) throw new RefusedRequestError(refusal);
    return rawMessage(reply);
  }

  async respond(
    template: string,
    { group }: RespondOptions,
    answer: (request: Incoming) => Promise<Answer>,
  ): Promise<Subscription> {
    const read = subjectReader(template);
    const running = new Set<Promise<void>>();
    const respond = async (message: Msg): Promise<void> => {
      const address = addressIn(template, read, message.subject);
      const reply = await answer({ ...rawMessage(message), address, id: idOf(message.headers) });
      if (reply === undefined) return;
      if ('refusal' in reply) message.respond('', { headers: refusalOf(reply.refusal) });
      else message.respond(reply.body, { headers: toHeaders(reply.headers) });
    };
    const requests = this.#connection.subscribe(subjectFilter(template), {
      queue: group,
      callback: (error, message) => {
        if (error !== null) return this.#options.onError?.(error);
        const work = respond(message)
          .catch((failure: unknown) => this.#options.onError?.(failure))
          .finally(() => running.delete(work));
        running.add(work);
      },
    });
    // The server must know of the subscription before anybody asks.
    await this.#connection.flush();
    return this.#track(async () => {
      await requests.drain();
      await Promise.all(running);
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((subscription) => subscription.drain()));
  }

  get #ackWaitMs(): number {
    return this.#options.ackWaitMs ?? 30_000;
  }

  async #ensureConsumer(durable: string, filter: string): Promise<string> {
    this.#manager ??= jetstreamManager(this.#connection);
    const { streams, consumers } = await this.#manager;
    const stream = await (this.#options.streamOf?.(filter) ?? streams.find(filter));
    const { config } = await consumers.info(stream, durable).catch((error: unknown) => {
      if (!(error instanceof JetStreamApiError) || error.code !== consumerNotFound) throw error;
      // Counting deliveries is up to the receiver: the server's own limit would lose a message whose dead letter failed.
      return consumers.add(stream, {
        ...{ durable_name: durable, filter_subject: filter, deliver_policy: DeliverPolicy.All },
        ...{ ack_policy: AckPolicy.Explicit, ack_wait: nanos(this.#ackWaitMs), max_deliver: -1 },
        ...this.#options.consumer,
      });
    });
    // A consumer that is there already keeps its settings: people may have tuned it.
    if (config.filter_subject === filter) return stream;
    throw new TypeError(
      `The durable consumer ${durable} of ${stream} is for ${config.filter_subject}, not for ${filter}`,
    );
  }

  #delivery(message: JsMsg, address: Address): Delivery {
    // What is only written to the socket may be lost with the connection.
    const sent = () => this.#connection.flush();
    return {
      ...rawMessage(message),
      address,
      id: idOf(message.headers),
      deliveries: message.info.deliveryCount,
      ack: async () => {
        if (!(await message.ackAck())) throw new Error('The server did not confirm the acknowledgement');
      },
      // Without a delay, all deliveries would be spent within milliseconds.
      nak: async (delayMs) => {
        message.nak(Math.max(delayMs, 1));
        await sent();
      },
      // With a reason, servers before 2.11 deliver the message again.
      term: async () => {
        message.term();
        await sent();
      },
    };
  }

  #track(end: () => Promise<void>): Subscription {
    let ended: Promise<void> | undefined;
    const subscription: Subscription = {
      drain: () => {
        this.#open.delete(subscription);
        ended ??= end();
        return ended;
      },
    };
    this.#open.add(subscription);
    return subscription;
  }
}

function addressIn(template: string, read: ReturnType<typeof subjectReader>, subject: string): Address {
  return { template, parameters: read(subject) ?? {} };
}

function rawMessage({
  headers,
  data,
}: {
  readonly headers?: MsgHdrs | undefined;
  readonly data: Uint8Array;
}): RawMessage {
  const names = headers?.keys() ?? [];
  return { headers: Object.fromEntries(names.map((name) => [name, headers?.get(name) ?? ''])), body: data };
}

function idOf(headers: MsgHdrs | undefined): string | undefined {
  return headers?.get('Nats-Msg-Id') || undefined;
}

function toHeaders(headers: Readonly<Record<string, string>>): MsgHdrs {
  const created = createHeaders();
  for (const [name, value] of Object.entries(headers)) created.set(name, value);
  return created;
}

function refusalOf(sentence: string): MsgHdrs {
  return toHeaders({ [refusalHeader]: sentence.replaceAll(/\p{Cc}+/gu, ' '), [refusalCodeHeader]: '400' });
}
