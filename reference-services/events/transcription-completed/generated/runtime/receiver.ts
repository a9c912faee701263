// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { SchemaSet } from './schema-set.ts';
import type { Answer, Broker, Delivery, Incoming, Subscription } from './broker.ts';
import type { CloudEventAttributes } from './cloud-events.ts';
import { type Codecs, requireCodecs } from './codec.ts';
import { type DeadLetter, type DeadLetterSink, deadLetterOf } from './dead-letter.ts';
import { describeFaults, PermanentError } from './errors.ts';
import { headerOf } from './headers.ts';
import { type Identified, identify, type Unidentified } from './identify.ts';
import type { OperationSpec } from './message-spec.ts';
import type { AnyOutgoing, ContractMessage } from './outgoing.ts';
import { readParameters } from './parameters.ts';
import { exponentialDelay, type RetryOptions } from './retry.ts';
import { writeMessage } from './sender.ts';

export interface ConsumerOptions {
  /**
   * Names the worker: whoever subscribes under the same name shares its messages, and its position outlives the process.
   * Operations that share a channel add their own name to it.
   */
  readonly durable: string;
  /** Takes what breaks the contract and what no handler could finish. */
  readonly deadLetter: DeadLetterSink;
  readonly retry?: Partial<RetryOptions>;
  /** How many messages are worked on at once; 1 by default. */
  readonly concurrency?: number;
  readonly codecs?: Codecs;
  /** Told of what went wrong and is tried again, for logs. */
  readonly onError?: (error: unknown, delivery: Incoming) => void;
}

/** For one subscription, instead of what was given for all. */
export interface ReceiveOptions {
  /** JetStream wants another one for each address in a stream. */
  readonly durable?: string;
  readonly concurrency?: number;
  /** Instead of the contract's own address. */
  readonly address?: string;
}

/** What a handler may want to know beside the message. */
export interface MessageContext<Parameters = Readonly<Record<string, never>>> {
  readonly parameters: Parameters;
  readonly id: string | undefined;
  /** How often the message has been delivered, this time included. */
  readonly deliveries: number;
  /** The CloudEvents attributes, where the message is one. */
  readonly event: CloudEventAttributes | undefined;
}

export type Handler<Message, Parameters = Readonly<Record<string, never>>> = (
  message: Message,
  context: MessageContext<Parameters>,
) => Promise<void> | void;

export type Responder<Message, Reply, Parameters = Readonly<Record<string, never>>> = (
  message: Message,
  context: MessageContext<Parameters>,
) => Promise<Reply> | Reply;

/** Reads what comes, checks it against the contract, calls the handler, and settles the delivery. */
export class Receiver {
  readonly #broker: Broker;
  readonly #schemas: SchemaSet;
  readonly #options: ConsumerOptions;
  readonly #retry: RetryOptions;
  /** Which operation takes from a durable position on an address. */
  readonly #claimed = new Map<string, string>();

  constructor(broker: Broker, schemas: SchemaSet, options: ConsumerOptions) {
    this.#broker = broker;
    this.#schemas = schemas;
    this.#options = options;
    this.#retry = { maxDeliveries: 3, delayMs: exponentialDelay, ...options.retry };
  }

  async receive<Message extends ContractMessage, Parameters>(
    operation: OperationSpec,
    handler: Handler<Message, Parameters>,
    options: ReceiveOptions = {},
  ): Promise<Subscription> {
    const { concurrency = this.#options.concurrency ?? 1, durable = this.#durableOf(operation) } = options;
    const template = templateOf(operation, options.address);
    requireCodecs(operation.messages, this.#options.codecs ?? {});
    this.#claim(`${durable} ${template}`, operation.name);
    return this.#broker.subscribe(template, { durable, concurrency }, (delivery) =>
      this.#take(operation, handler, delivery, durable),
    );
  }

  respond<Message extends ContractMessage, Reply extends AnyOutgoing, Parameters>(
    operation: OperationSpec,
    responder: Responder<Message, Reply, Parameters>,
    { durable = this.#durableOf(operation), address }: ReceiveOptions = {},
  ): Promise<Subscription> {
    requireCodecs([...operation.messages, ...(operation.reply ?? [])], this.#options.codecs ?? {});
    return this.#broker.respond(templateOf(operation, address), { group: durable }, (request) =>
      this.#answer(operation, responder, request),
    );
  }

  /** Operations on one channel each need a position of their own: what is for the other would be taken away from it. */
  #durableOf({ name, others = [] }: OperationSpec): string {
    const { durable } = this.#options;
    return others.length === 0 ? durable : `${durable}-${name.replaceAll(/[^\w-]+/g, '_')}`;
  }

  #claim(position: string, operation: string): void {
    const holder = this.#claimed.get(position);
    if (holder !== undefined && holder !== operation) {
      throw new TypeError(`${holder} receives there already: give ${operation} another "durable"`);
    }
    this.#claimed.set(position, operation);
  }

  async #take<Message extends ContractMessage, Parameters>(
    operation: OperationSpec,
    handler: Handler<Message, Parameters>,
    delivery: Delivery,
    durable: string,
  ): Promise<void> {
    const bury = (reason: DeadLetter['reason'], error: string) =>
      this.#bury(delivery, deadLetterOf(delivery, { reason, error, durable }));
    try {
      const { maxDeliveries } = this.#retry;
      if (delivery.deliveries > maxDeliveries) {
        return await bury('failed', `was delivered ${delivery.deliveries} times, and no worker lived to finish it`);
      }
      const found = this.#read(operation, delivery);
      if ('faults' in found) {
        if (this.#isForOthers(operation, delivery)) return await delivery.ack();
        return await bury(found.reason, describeFaults(found.faults));
      }
      try {
        await handler(found.message as Message, contextOf<Parameters>(found, delivery, delivery.deliveries));
      } catch (error) {
        if (error instanceof PermanentError || delivery.deliveries >= maxDeliveries) {
          return await bury('failed', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
        }
        this.#options.onError?.(error, delivery);
        return await delivery.nak(this.#retry.delayMs(delivery.deliveries));
      }
      await delivery.ack();
    } catch (error) {
      // The broker did not take the answer, so the message comes again by itself.
      this.#options.onError?.(error, delivery);
    }
  }

  /** Anything could be taken for text or bytes, so a message that does not say what it is has to fit a schema. */
  #isForOthers({ others = [] }: OperationSpec, incoming: Incoming): boolean {
    const isStated = headerOf(incoming.headers, 'content-type') !== undefined;
    const candidates = others.filter(({ payload }) => isStated || payload !== undefined);
    const { codecs = {} } = this.#options;
    return candidates.length > 0 && !('faults' in identify(incoming, candidates, this.#schemas, codecs));
  }

  /** The original goes only when the letter is stored; until then the message comes back. */
  async #bury(delivery: Delivery, letter: DeadLetter): Promise<void> {
    try {
      await this.#options.deadLetter(letter);
    } catch (error) {
      this.#options.onError?.(error, delivery);
      return delivery.nak(this.#retry.delayMs(delivery.deliveries));
    }
    return delivery.term();
  }

  async #answer<Message extends ContractMessage, Reply extends AnyOutgoing, Parameters>(
    operation: OperationSpec,
    responder: Responder<Message, Reply, Parameters>,
    request: Incoming,
  ): Promise<Answer> {
    const found = this.#read(operation, request);
    if ('faults' in found) {
      return this.#isForOthers(operation, request) ? undefined : { refusal: describeFaults(found.faults) };
    }
    try {
      const reply = await responder(found.message as Message, contextOf<Parameters>(found, request, 1));
      const { codecs = {} } = this.#options;
      const writing = { newId: () => crypto.randomUUID(), now: () => new Date(), codecs, schemas: this.#schemas };
      return writeMessage(operation.reply ?? [], reply, writing);
    } catch (error) {
      this.#options.onError?.(error, request);
      return { refusal: 'could not be answered' };
    }
  }

  #read(operation: OperationSpec, incoming: Incoming): Read | Unidentified {
    const { values, faults } = readParameters(this.#schemas, operation, incoming.address);
    if (faults.length > 0) return { reason: 'invalid', faults };
    const found = identify(incoming, operation.messages, this.#schemas, this.#options.codecs ?? {});
    if ('faults' in found) return found;
    const { name, payload, headers, event } = found;
    return { message: { name, payload, headers }, event, parameters: values };
  }
}

interface Read {
  readonly message: ContractMessage;
  readonly event: Identified['event'];
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The types of parameters, like those of messages, were printed from the schemas that the values satisfy. */
function contextOf<Parameters>(
  { parameters, event }: Read,
  { id }: Incoming,
  deliveries: number,
): MessageContext<Parameters> {
  return { parameters: parameters as Parameters, id, deliveries, event };
}

function templateOf({ name, address }: OperationSpec, given: string | undefined): string {
  const template = given ?? address;
  if (template === undefined) throw new TypeError(`${name} has no address of its own: give one in the options`);
  return template;
}
