// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ByteStream } from './binary.ts';

/** A body that is sent while it is made. */
export interface Upload {
  readonly body: ByteStream;
  /** Ends whatever makes it. Not every `fetch` does that itself when a request fails. */
  readonly abandon: () => void;
}

/** Bytes as they are asked for, text in UTF-8. Whoever cancels ends the source. */
export function upload(source: ReadableStream<unknown> | AsyncIterable<unknown> | Iterable<unknown>): Upload {
  const iterator = iteratorOf(source);
  const encoder = new TextEncoder();
  const end = async () => {
    await iterator.return?.();
  };
  let abandoned = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (abandoned) throw new TypeError('The request has failed.');
      const { done, value } = await iterator.next();
      if (done) return controller.close();
      if (typeof value === 'string') return controller.enqueue(encoder.encode(value));
      // Views over shared memory are refused by fetch; the type of bodies excludes them.
      if (value instanceof Uint8Array) return controller.enqueue(value as Uint8Array<ArrayBuffer>);
      await end();
      throw new TypeError('A body of bytes can be made of Uint8Array and strings only.');
    },
    cancel: end,
  });
  const abandon = () => {
    abandoned = true;
    end().catch(() => undefined);
  };
  return { body, abandon };
}

function iteratorOf(
  source: ReadableStream<unknown> | AsyncIterable<unknown> | Iterable<unknown>,
): AsyncIterator<unknown> | Iterator<unknown> {
  // Not every browser can iterate over a stream.
  if (source instanceof ReadableStream) {
    const reader = source.getReader();
    return {
      next: async () => {
        const { done, value } = await reader.read();
        return done ? { done, value: undefined } : { done, value };
      },
      return: async () => {
        await reader.cancel();
        return { done: true, value: undefined };
      },
    };
  }
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}
