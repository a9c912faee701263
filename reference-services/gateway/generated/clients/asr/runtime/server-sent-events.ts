// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { ConnectionError, TimeoutError, UnexpectedResponseError } from './errors.ts';
import { essenceOf } from './media-type.ts';
import { pause } from './retry.ts';
import { linesOf, parseItem, tooLong } from './sequence.ts';
import type { Reading } from './sequence-data.ts';

/** An event of `text/event-stream`, with its data parsed where the contract says that it is JSON. */
export interface ServerSentEvent<Data = string, Name extends string = string> {
  /** `message` where the server gives no name. */
  readonly event: Name;
  readonly data: Data;
  /** Where the server gave this event one. */
  readonly id?: string;
  /** Milliseconds to wait before reconnecting, where the server said so with this event. */
  readonly retry?: number;
}

/** What outlives a connection. */
interface Source {
  lastEventId: string;
  delay: number;
}

/**
 * The events of a response, read as the HTML standard says (9.2.6). With `reconnect` the stream goes on over a new
 * connection when the server ends it or the connection breaks, until the server answers with 204.
 */
export async function* eventStream(reading: Reading): AsyncGenerator<ServerSentEvent<unknown>> {
  const { reconnect = false, signal } = reading.options;
  const { attempts = 5, delay = 3_000 } = typeof reconnect === 'object' ? reconnect : {};
  const source: Source = { lastEventId: '', delay };
  let body = reading.response.body;
  for (let failures = 0; ; ) {
    let failure: unknown;
    try {
      for await (const event of eventsOf(reading, body, source)) {
        failures = 0;
        yield event;
      }
    } catch (error) {
      failure = reading.explain(error);
    }
    while (true) {
      if (failure !== undefined && !isPassing(failure)) throw failure;
      if (reconnect === false || failures++ >= attempts) {
        if (failure === undefined) return;
        throw failure;
      }
      await pause(source.delay, signal);
      try {
        const response = await reading.again(lastEventId(source));
        if (response.status === 204) return;
        body = eventsIn(reading, response);
        break;
      } catch (error) {
        failure = error;
      }
    }
  }
}

function isPassing(failure: unknown): boolean {
  return failure instanceof ConnectionError || failure instanceof TimeoutError;
}

function lastEventId({ lastEventId: id }: Source): Readonly<Record<string, string>> {
  // Header values are bytes; the standard wants the id in UTF-8.
  return id === '' ? {} : { 'last-event-id': String.fromCharCode(...new TextEncoder().encode(id)) };
}

function eventsIn({ operation }: Reading, response: Response): Response['body'] {
  const type = essenceOf(response.headers.get('content-type') ?? '');
  if (response.status === 200 && type === 'text/event-stream') return response.body;
  response.body?.cancel().catch(() => undefined);
  const message = `The stream was to go on, but the server answered with ${response.status} ${type}.`;
  throw new UnexpectedResponseError(operation.id, message, response, '');
}

async function* eventsOf(
  reading: Reading,
  body: Response['body'],
  source: Source,
): AsyncGenerator<ServerSentEvent<unknown>> {
  let block = new Block();
  for await (const lines of linesOf(reading, body, /\r\n|[\r\n]/)) {
    for (const line of lines) {
      if (line !== '') {
        block.add(line);
        if (block.length > (reading.options.maxItemLength ?? Number.POSITIVE_INFINITY)) throw tooLong(reading, line);
        continue;
      }
      if (block.id !== undefined) source.lastEventId = block.id;
      if (block.retry !== undefined) source.delay = block.retry;
      const event = block.event(reading);
      block = new Block();
      if (event !== undefined) yield event;
    }
  }
}

/** The lines up to an empty one. */
class Block {
  name = '';
  data: string | undefined;
  id: string | undefined;
  retry: number | undefined;

  get length(): number {
    return this.data?.length ?? 0;
  }

  add(line: string): void {
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'data') this.data = this.data === undefined ? value : `${this.data}\n${value}`;
    else if (field === 'event') this.name = value;
    else if (field === 'id' && !value.includes('\0')) this.id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
  }

  /** A block without data is no event. */
  event(reading: Reading): ServerSentEvent<unknown> | undefined {
    if (this.data === undefined) return undefined;
    const event = this.name === '' ? 'message' : this.name;
    const { json = [], plain = [], texts = [] } = reading.data;
    const isJson = (json === true ? !plain.includes(event) : json.includes(event)) && !texts.includes(this.data);
    return {
      event,
      data: isJson ? parseItem(reading, this.data) : this.data,
      ...(this.id === undefined ? {} : { id: this.id }),
      ...(this.retry === undefined ? {} : { retry: this.retry }),
    };
  }
}
