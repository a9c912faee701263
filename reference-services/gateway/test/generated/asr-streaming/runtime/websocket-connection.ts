// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ChannelSpec, SentData, SocketMessage } from './websocket-channel.ts';
import type { ConnectionOptions, RequestOptions } from './websocket-connection-options.ts';
import {
  ConnectionClosedError,
  describeFaults,
  FrameTooLargeError,
  InvalidMessageError,
  ReceiveOverflowError,
  UnexpectedMessageError,
} from './websocket-errors.ts';
import { Inbox } from './websocket-inbox.ts';
import { Outbox } from './websocket-outbox.ts';
import { type Frame, frameOf, readFrame, sizeOf, valueAt } from './websocket-read.ts';
import { type BinaryFrame, readyState, type WebSocketLike } from './websocket-socket.ts';

/** How a connection ended. */
export interface Closed {
  /** As in RFC 6455, 7.4. */
  readonly code: number;
  readonly reason: string;
}

/** An open WebSocket that carries the messages of one channel. */
export interface Connection<Message extends SocketMessage> extends AsyncIterable<Message> {
  /** The subprotocol that the service chose; empty for none. */
  readonly protocol: string;
  /** Bytes that were sent and have not left yet. */
  readonly bufferedAmount: number;
  /** Resolves when the connection has ended, however it did. */
  readonly closed: Promise<Closed>;
  /**
   * The next message; of the given names, if there are any, and then the others stay where they are. Undefined once the
   * connection was closed in order. Rejects with a `ConnectionClosedError` when it was closed otherwise, and with an
   * `UnexpectedMessageError` for a frame that no message describes.
   */
  receive<Name extends Message['name'] = Message['name']>(
    ...names: readonly Name[]
  ): Promise<Extract<Message, { readonly name: Name }> | undefined>;
  /** Closes the connection and resolves when it has ended. What has come can still be read, up to the limit. */
  close(code?: number, reason?: string): Promise<Closed>;
}

/** Clients may use the codes of private use only. */
export type Side = 'client' | 'server';

type Received = SocketMessage | UnexpectedMessageError;

/** What the generated code is made on. */
export class ChannelConnection<Message extends SocketMessage> implements Connection<Message> {
  readonly closed: Promise<Closed>;
  readonly #channel: ChannelSpec;
  readonly #socket: WebSocketLike;
  readonly #options: ConnectionOptions;
  readonly #side: Side;
  readonly #inbox: Inbox<Received>;
  readonly #outbox: Outbox;
  #settleClosed: (closed: Closed) => void = () => undefined;
  /** This side has begun to close. */
  #isClosing = false;

  constructor(channel: ChannelSpec, socket: WebSocketLike, options: ConnectionOptions, side: Side = 'client') {
    this.#channel = channel;
    this.#socket = socket;
    this.#options = options;
    this.#side = side;
    this.#inbox = new Inbox({ messages: 1_000, bytes: 2 ** 24, ...options.receiveLimit });
    this.#outbox = new Outbox(socket, options.highWaterMark ?? 2 ** 20);
    this.closed = new Promise((resolve) => {
      this.#settleClosed = resolve;
    });
    const { signal } = options;
    const abort = (): void => this.#fail(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    void this.closed.then(() => signal?.removeEventListener('abort', abort));
    // `ws` throws errors that nobody listens to. What they mean is told by the closing that follows.
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('message', ({ data }) => this.#take(data));
    socket.addEventListener('close', ({ code = 1006, reason = '' }) => this.#finish({ code, reason }));
  }

  get protocol(): string {
    return this.#socket.protocol;
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  async receive<Name extends Message['name']>(
    ...names: readonly Name[]
  ): Promise<Extract<Message, { readonly name: Name }> | undefined> {
    // The names and the types of the payloads were printed from the same contract.
    return (await this.read(names)) as Extract<Message, { readonly name: Name }> | undefined;
  }

  /** The same, until the signal. */
  async read(names: readonly string[], signal?: AbortSignal): Promise<SocketMessage | undefined> {
    const wanted = new Set<string>(names);
    const isWanted = (item: Received): boolean => !isMessage(item) || wanted.size === 0 || wanted.has(item.name);
    return this.#next(this.#inbox.take(isWanted, signal));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Message, void, undefined> {
    for (;;) {
      const message = await this.receive();
      if (message === undefined) return;
      yield message;
    }
  }

  async close(code = 1000, reason = ''): Promise<Closed> {
    this.#isClosing = true;
    // The other side's answer has to be read.
    this.#socket.resume?.();
    if (this.#socket.readyState < readyState.closing) this.#socket.close(code, reason);
    const { closeTimeout = 5_000 } = this.#options;
    const timer = setTimeout(() => {
      this.#socket.terminate?.();
      this.#finish({ code: 1006, reason: `The service did not answer within ${closeTimeout} ms` });
    }, closeTimeout);
    return this.closed.finally(() => clearTimeout(timer));
  }

  /** Sends a message; see `Outbox.send` for when it resolves. */
  async write({ name, format, fixed }: SentData, given?: unknown): Promise<void> {
    const payload = fixed === undefined ? given : withFixed(fixed, given);
    const faults = this.#options.validate?.({ name, payload }, 'sent') ?? [];
    if (faults.length > 0) throw new InvalidMessageError(this.#channel.name, name, faults);
    // The types of the generated code let bytes be given where the format is `bytes`, and text where it is `text`.
    const data = format === 'json' ? (JSON.stringify(payload) ?? '') : (payload as string | BinaryFrame);
    // A WebSocket that is closing takes what it is given and drops it; once it is closed, the outbox says why not.
    if (this.#socket.readyState === readyState.closing) await this.closed;
    await this.#outbox.send(data);
  }

  /** Sends a message and resolves with the one that answers it, which is then not read by others. */
  async ask<Answer extends Message>(sent: SentData, given?: unknown, options: RequestOptions = {}): Promise<Answer> {
    const wanted = new Set<string>(sent.answers);
    const mark = sent.correlation === undefined ? undefined : valueAt(given, sent.correlation);
    const cancelled = new AbortController();
    const signal = AbortSignal.any([cancelled.signal, options.signal ?? cancelled.signal]);
    const answer = this.#inbox.await(
      (item) => isMessage(item) && wanted.has(item.name) && this.#mayAnswer(item, mark),
      signal,
    );
    try {
      const [received] = await Promise.all([this.#next(answer), this.write(sent, given)]);
      if (received === undefined) throw new ConnectionClosedError(this.#channel.name, await this.closed);
      // As in `receive`.
      return received as Answer;
    } catch (error) {
      // What was not sent must not take an answer away from others.
      cancelled.abort(error);
      throw error;
    }
  }

  /** An answer that carries another mark belongs to another request; one that carries none can only be told by its name. */
  #mayAnswer({ name, payload }: SocketMessage, mark: unknown): boolean {
    const correlation = this.#channel.received.find((received) => received.name === name)?.correlation;
    const own = correlation === undefined ? undefined : valueAt(payload, correlation);
    return mark === undefined || own === undefined || own === mark;
  }

  /** Whoever waits must not be held up by what others do not read. */
  async #next(taken: Promise<Received | undefined>): Promise<SocketMessage | undefined> {
    if (this.#inbox.isAwaited) this.#socket.resume?.();
    const item = await taken;
    if (this.#inbox.hasRoom) this.#socket.resume?.();
    if (item instanceof UnexpectedMessageError) throw item;
    return item;
  }

  #take(data: unknown): void {
    const frame = frameOf(data);
    const size = sizeOf(frame);
    const { frameLimit = {}, onUnexpected } = this.#options;
    const most = typeof frame === 'string' ? frameLimit.text : frameLimit.bytes;
    if (most !== undefined && size > most) {
      const text = `A frame of ${size} bytes came, and ${most} is the most`;
      this.#fail(new FrameTooLargeError(this.#channel.name, text), 1009);
      return;
    }
    try {
      const item = this.#read(frame);
      if (onUnexpected !== undefined && item instanceof UnexpectedMessageError) onUnexpected(item);
      else if (!this.#inbox.hand(item)) this.#keep(item, size);
    } catch (error) {
      // Of `parse`, `validate` or `onUnexpected`: nobody else could catch it.
      this.#fail(error, 1011);
    }
  }

  #keep(item: Received, size: number): void {
    if (this.#isClosing) {
      if (!this.#inbox.isFull) this.#inbox.keep(item, size);
      return;
    }
    // Who waits for an answer cannot be helped by reading nothing at all.
    const isStuck = this.#socket.pause === undefined || this.#inbox.isAwaited;
    if (this.#inbox.isFull && isStuck) {
      const text = 'More messages came than were read. Read faster, or raise "receiveLimit"';
      this.#fail(new ReceiveOverflowError(this.#channel.name, text), 1008);
    }
    this.#inbox.keep(item, size);
    if (this.#inbox.isFull) this.#socket.pause?.();
  }

  #read(frame: Frame): Received {
    const { name, received } = this.#channel;
    const message = readFrame(frame, received, this.#options.parse);
    if (typeof message === 'string') return new UnexpectedMessageError(name, message, { frame });
    const faults = this.#options.validate?.(message, 'received') ?? [];
    if (faults.length === 0) return message;
    const text = `${message.name} breaks the contract: ${describeFaults(faults)}`;
    return new UnexpectedMessageError(name, text, { frame, faults });
  }

  /** Ends the connection from this side because of an error. */
  #fail(error: unknown, code = 1000): void {
    this.#inbox.end(error);
    this.#outbox.end(error);
    void this.close(code > 1000 && this.#side === 'client' ? code + 3000 : code);
  }

  #finish(closed: Closed): void {
    const error = new ConnectionClosedError(this.#channel.name, closed);
    // 1005: the other side closed without a code.
    const isOrderly = this.#isClosing || closed.code === 1000 || closed.code === 1005;
    this.#inbox.end(isOrderly ? undefined : error);
    this.#outbox.end(error);
    this.#settleClosed(closed);
  }
}

function isMessage(item: Received): item is SocketMessage {
  return !(item instanceof UnexpectedMessageError);
}

/** What is given goes before. */
function withFixed(fixed: Readonly<Record<string, string>>, given: unknown): unknown {
  if (given !== undefined && (typeof given !== 'object' || given === null)) return given;
  const present = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...Object.entries(fixed), ...present]);
}
