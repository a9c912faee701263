// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ReceivedData, SentData, SocketMessage } from './websocket-channel.ts';
import { ChannelConnection, type Closed } from './websocket-connection.ts';
import type { Validate } from './websocket-connection-options.ts';
import type { WebSocketLike } from './websocket-socket.ts';
import type { ServedChannel } from './socket-channel.ts';
import { IdleTimeoutError, SendTimeoutError } from './socket-errors.ts';
import type { Handshake, Values } from './socket-handshake.ts';
import type { SocketOptions } from './socket-options.ts';
import { parseFrame } from './socket-validate.ts';

/** One client's connection, as its handler sees it. */
export interface Session<Incoming extends SocketMessage, Context, Parameters = Values, Query = Values>
  extends AsyncIterable<Incoming> {
  /** What `authorise` gave. */
  readonly context: Context;
  readonly handshake: Handshake<Parameters, Query>;
  /** The subprotocol that was chosen; empty for none. */
  readonly protocol: string;
  /** Fires when the session has ended, for work that goes on beside it. */
  readonly signal: AbortSignal;
  readonly closed: Promise<Closed>;
  /** Bytes that were sent and that the client has not taken yet. */
  readonly bufferedAmount: number;
  /**
   * The next message, of the given names if there are any; undefined once the client has closed in order. Rejects with an
   * `UnexpectedMessageError` for a message that breaks the contract (the session goes on), with a `ConnectionClosedError`
   * and with an `IdleTimeoutError`. What a handler does not catch ends the session with the code that fits.
   */
  receive<Name extends Incoming['name'] = Incoming['name']>(
    ...names: readonly Name[]
  ): Promise<Extract<Incoming, { readonly name: Name }> | undefined>;
  /** Closes the session and resolves when it has ended. */
  close(code?: number, reason?: string): Promise<Closed>;
}

export interface SessionParts<Context, Parameters = Values, Query = Values> {
  readonly channel: ServedChannel;
  readonly socket: WebSocketLike;
  readonly handshake: Handshake<Parameters, Query>;
  readonly context: Context;
  readonly options: SocketOptions<Context>;
  readonly validate: Validate;
}

/** What the generated code is made on. */
export class ServedSession<Incoming extends SocketMessage, Context, Parameters = Values, Query = Values>
  implements Session<Incoming, Context, Parameters, Query>
{
  readonly context: Context;
  readonly handshake: Handshake<Parameters, Query>;
  readonly signal: AbortSignal;
  /** A method for each message that the contract lets the service send. */
  readonly send: Readonly<Record<string, (payload?: unknown) => Promise<void>>>;
  readonly #connection: ChannelConnection<Incoming>;
  readonly #options: SocketOptions<Context>;

  constructor({ channel, socket, handshake, context, options, validate }: SessionParts<Context, Parameters, Query>) {
    this.context = context;
    this.handshake = handshake;
    this.#options = options;
    const { highWaterMark, closeTimeout, maxTextBytes = 65_536, maxBinaryBytes = longest(channel.received) } = options;
    const limits = {
      validate,
      parse: parseFrame,
      receiveLimit: { messages: options.maxWaiting ?? 64 },
      frameLimit: { text: maxTextBytes, bytes: maxBinaryBytes },
      ...(highWaterMark !== undefined && { highWaterMark }),
      ...(closeTimeout !== undefined && { closeTimeout }),
    };
    this.#connection = new ChannelConnection(channel, socket, limits, 'server');
    this.send = Object.fromEntries(
      channel.sent.map((message) => [message.method, (payload?: unknown) => this.#write(message, payload)]),
    );
    const ended = new AbortController();
    this.signal = ended.signal;
    void this.closed.then(({ code }) => ended.abort(new Error(`The session has ended with code ${code}`)));
  }

  get protocol(): string {
    return this.#connection.protocol;
  }

  get closed(): Promise<Closed> {
    return this.#connection.closed;
  }

  get bufferedAmount(): number {
    return this.#connection.bufferedAmount;
  }

  async receive<Name extends Incoming['name']>(
    ...names: readonly Name[]
  ): Promise<Extract<Incoming, { readonly name: Name }> | undefined> {
    const { idleTimeout } = this.#options;
    const idle = new AbortController();
    const timer =
      idleTimeout === undefined
        ? undefined
        : setTimeout(() => idle.abort(new IdleTimeoutError(4408, `Nothing came for ${idleTimeout} ms`)), idleTimeout);
    try {
      // The names and the types of the payloads were printed from the same contract.
      return (await this.#connection.read(names, idle.signal)) as
        | Extract<Incoming, { readonly name: Name }>
        | undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Incoming, void, undefined> {
    for (;;) {
      const message = await this.receive();
      if (message === undefined) return;
      yield message;
    }
  }

  close(code?: number, reason?: string): Promise<Closed> {
    return this.#connection.close(code, reason);
  }

  async #write(message: SentData, payload: unknown): Promise<void> {
    const { sendTimeout = 10_000 } = this.#options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new SendTimeoutError(4408, `Nothing was read for ${sendTimeout} ms`);
      timer = setTimeout(() => reject(error), sendTimeout);
    });
    return Promise.race([this.#connection.write(message, payload), late]).finally(() => clearTimeout(timer));
  }
}

/** What the contract allows the longest of its messages of bytes. */
function longest(received: readonly (ReceivedData & { readonly maxBytes?: number })[]): number {
  const binary = received.filter(({ format }) => format === 'bytes');
  return Math.max(1, ...binary.map(({ maxBytes }) => maxBytes ?? 2 ** 20));
}
