// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { UnexpectedResponseError } from './errors.ts';
import { faultOf, readJson } from './json.ts';
import type { Reading } from './sequence-data.ts';

/** The longest line, and the longest data of one event, that is held in memory unless the call says otherwise. */
const longest = 16_777_216;

/**
 * The lines of a body in UTF-8, those of one chunk together, as they arrive; a byte order mark is dropped. What follows
 * the last end comes last. Whoever stops early cancels the body.
 */
export async function* linesOf(reading: Reading, body: Bytes | null, end: RegExp): AsyncGenerator<readonly string[]> {
  if (body === null) return;
  const { maxItemLength = longest } = reading.options;
  const endsWithCr = end.test('\r');
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  let afterCr = false;
  try {
    for (let done = false; !done; ) {
      const chunk = await reader.read();
      done = chunk.done;
      let text = chunk.done ? decoder.decode() : decoder.decode(chunk.value, { stream: true });
      // CR and LF are one end, even when they come in two chunks.
      if (afterCr && text.startsWith('\n')) text = text.slice(1);
      else if (text === '') continue;
      afterCr = endsWithCr && text.endsWith('\r');
      const lines = text.split(end);
      lines[0] = rest + (lines[0] ?? '');
      rest = lines.pop() ?? '';
      if (rest.length > maxItemLength) throw tooLong(reading, rest);
      yield lines;
    }
    if (rest !== '') yield [rest];
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

type Bytes = NonNullable<Response['body']>;

export function tooLong({ operation, response, options }: Reading, text: string): UnexpectedResponseError {
  const message = `An item of the stream is longer than ${options.maxItemLength ?? longest} characters. Raise maxItemLength if that is right.`;
  return new UnexpectedResponseError(operation.id, message, response, text);
}

export function parseItem({ operation, response, data }: Reading, text: string): unknown {
  try {
    return readJson(text, data.places);
  } catch (error) {
    throw new UnexpectedResponseError(operation.id, `An item of the stream ${faultOf(error)}`, response, text);
  }
}
