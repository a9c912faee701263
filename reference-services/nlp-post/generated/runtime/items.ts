// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';
import type { SequenceKind } from './operation.ts';
import { keepAliveComment } from './server-sent-event.ts';

/** The items of a sequence, all at once or one after the other as they come up. */
export type Items<Item> = AsyncIterable<Item> | readonly Item[];

/** An item as it goes over the wire, and what is wrong with it; without a text it cannot be written at all. */
export interface EncodedItem {
  readonly text?: string | Uint8Array;
  readonly faults: readonly Fault[];
}

export interface ItemStreamOptions {
  readonly kind: SequenceKind;
  readonly encode: (item: unknown) => EncodedItem;
  /** Told of an item that breaks the contract; whether it may be sent nevertheless. */
  readonly tolerate: (faults: readonly Fault[]) => boolean;
  /** Told of a source that fails. */
  readonly failed: (error: unknown) => void;
  /** Milliseconds of silence before an event stream gets a comment; never where it is 0. */
  readonly keepAlive: number;
}

/**
 * Items as bytes. One is taken from the source when the client has read the one before; a client that goes ends the
 * source. A stream that fails is cut off, so that nobody takes its beginning for the whole.
 */
export function itemStream(source: Items<unknown>, options: ItemStreamOptions): ReadableStream<Uint8Array> {
  const { kind, encode, tolerate, failed, keepAlive } = options;
  const iterator = iteratorOf(source);
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setInterval> | undefined;
  let gone = false;
  const stop = () => clearInterval(timer);

  const next = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { done, value } = await iterator.next();
    if (gone) return;
    if (done) {
      stop();
      controller.close();
      return;
    }
    const { text, faults } = encode(value);
    const mayBeSent = faults.length === 0 || tolerate(faults);
    if (text === undefined || !mayBeSent) {
      await iterator.return?.();
      throw new BrokenItem();
    }
    controller.enqueue(typeof text === 'string' ? encoder.encode(frame(kind, text)) : text);
  };

  const stayAlive = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (kind !== 'events' || keepAlive <= 0) return;
    timer ??= setInterval(() => {
      // Nothing is added for a client that has not read what it got already.
      if ((controller.desiredSize ?? -1) >= 0) controller.enqueue(encoder.encode(keepAliveComment));
    }, keepAlive);
  };

  const stream = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      try {
        stayAlive(controller);
        await next(controller);
      } catch (error) {
        stop();
        // Sources that wait for something often fail when the signal of the request fires.
        if (!(error instanceof BrokenItem || gone)) failed(error);
        throw error;
      }
    },
    async cancel() {
      gone = true;
      stop();
      await iterator.return?.();
    },
  };
  // Nothing is asked of the source before somebody reads: an answer that is refused as a whole leaves it untouched.
  return new ReadableStream<Uint8Array>(stream, { highWaterMark: 0 });
}

/** Ends a stream whose item broke the contract. The faults have been reported by then. */
class BrokenItem extends Error {
  override readonly name = 'BrokenItem';
  override readonly message = 'An item of the stream does not keep to the contract.';
}

/** JSON lines end in a line feed; RFC 7464 puts a record separator before each text as well. */
function frame(kind: SequenceKind, text: string): string {
  if (kind === 'events') return text;
  return kind === 'records' ? `\u001e${text}\n` : `${text}\n`;
}

type AnyIterator = AsyncIterator<unknown> | Iterator<unknown>;

function iteratorOf(source: Items<unknown>): AnyIterator {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}
