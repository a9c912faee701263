// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { Refusal } from './problem.ts';

/** The whole body, refused with 413 as soon as it proves longer than `limit` bytes. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  refuseDeclaredLength(request, limit);
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not `for await`: some versions of the DOM's types do not know that streams can be iterated.
  const reader = limitStream(request.body, limit).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.byteLength;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** The body as it arrives, without ever holding it. Whoever reads beyond `limit` bytes gets the refusal as an error. */
export function readStream(request: Request, limit: number): ReadableStream<Uint8Array> {
  refuseDeclaredLength(request, limit);
  return request.body === null ? emptyStream() : limitStream(request.body, limit);
}

function limitStream(body: ReadableStream<Uint8Array>, limit: number): ReadableStream<Uint8Array> {
  let length = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength;
      if (length > limit) controller.error(tooLarge(limit));
      else controller.enqueue(chunk);
    },
  });
  return body.pipeThrough(counter);
}

function refuseDeclaredLength(request: Request, limit: number): void {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) throw tooLarge(limit);
}

function tooLarge(limit: number): Refusal {
  return new Refusal('payload-too-large', 413, `The body is larger than the ${limit} bytes that are accepted here.`);
}

function emptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() });
}
