// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/**
 * What the generated code asks of a message broker. Everything else, such as validation, retries and dead letters, is done
 * above this interface, so an implementation only moves bytes: `memory-broker.ts` is one, `nats.ts` another.
 */
export interface Broker {
  /** Resolves when the broker has stored the message. */
  publish(message: OutgoingMessage): Promise<Receipt>;
  /**
   * Hands each message on the address to `take`, at least once, and also those that came before. Everyone who subscribes
   * with the same `durable` shares the work. `take` settles the delivery and never rejects; a delivery that is left
   * unsettled comes again.
   */
  subscribe(
    template: string,
    options: SubscribeOptions,
    take: (delivery: Delivery) => Promise<void>,
  ): Promise<Subscription>;
  /** Asks whoever responds on the address. Rejects with a `RefusedRequestError`, or when nobody answers in time. */
  request(message: OutgoingMessage, options: RequestOptions): Promise<RawMessage>;
  /** Answers the requests on the address. `answer` never rejects. */
  respond(
    template: string,
    options: RespondOptions,
    answer: (request: Incoming) => Promise<Answer>,
  ): Promise<Subscription>;
  /** Ends every subscription and resolves when the work under way is done. */
  close(): Promise<void>;
}

/** An address template of the contract, such as `light/{streetlightId}/measured`, and a value for each name in it. */
export interface Address {
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A message as it travels. */
export interface RawMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface OutgoingMessage extends RawMessage {
  readonly address: Address;
  /** A broker drops what it has seen under the same id lately. */
  readonly id: string;
  /** For brokers that keep messages of one key in order. */
  readonly key?: string;
}

export interface Receipt {
  readonly id: string;
  /** The broker had a message of this id already. */
  readonly duplicate: boolean;
}

export interface Incoming extends RawMessage {
  readonly address: Address;
  readonly id: string | undefined;
}

export interface Delivery extends Incoming {
  /** How often the message has been delivered, this time included. */
  readonly deliveries: number;
  /** Done: it does not come again. */
  ack(): Promise<void>;
  /** Not now: it comes again after the delay. */
  nak(delayMs: number): Promise<void>;
  /** Never again, though nobody could use it. */
  term(): Promise<void>;
}

export interface SubscribeOptions {
  /** Names the worker; its position outlives the process. */
  readonly durable: string;
  /** How many messages are worked on at once. */
  readonly concurrency: number;
}

export interface RequestOptions {
  readonly timeoutMs: number;
}

export interface RespondOptions {
  /** Responders of the same group share the requests. */
  readonly group: string;
}

/** What a responder sends back. A refusal is a sentence; nothing at all leaves the request to another responder. */
export type Answer = RawMessage | { readonly refusal: string } | undefined;

export interface Subscription {
  /** Takes no further messages and resolves when the work under way is done. */
  drain(): Promise<void>;
}
