import type { Carrier, DrawnBody } from './draw/calls.ts';

/** The body as the client's caller passes it. */
export function sentBody({ media, value, carrier }: DrawnBody): unknown {
  if (value instanceof Uint8Array) return carried(bytesOf(value), carrier === 'iterable' ? 'stream' : carrier);
  if (media.kind === 'sequence') return itemsOf(value, carrier);
  // Files in forms: a caller has them as bytes or as blobs.
  return media.kind === 'multipart' && carrier !== 'bytes' ? withBlobs(value) : value;
}

/** The body as a handler answers with it. */
export function answeredBody({ media, value, carrier }: DrawnBody): unknown {
  if (media.kind === 'multipart') return formOf(value);
  if (media.kind === 'sequence') return itemsOf(value, carrier);
  return value instanceof Uint8Array ? carried(bytesOf(value), carrier) : value;
}

/** What the client gives back for it. */
export function receivedBody({ media, value }: DrawnBody): unknown {
  if (media.kind === 'multipart') return formOf(value, withLineBreaks);
  if (media.type === 'text/event-stream' && Array.isArray(value)) return value.map(receivedEvent);
  return media.kind === 'form' ? formOf(value) : value;
}

/** Events have a name, and their lines end in one way only (WHATWG HTML, 9.2.6). */
function receivedEvent(sent: unknown): unknown {
  const event: { readonly data: unknown; readonly event?: string } = Object(sent);
  const data = typeof event.data === 'string' ? event.data.replaceAll(/\r\n?/g, '\n') : event.data;
  return { ...event, data, event: event.event || 'message' };
}

/** At once, or one after the other. */
function itemsOf(value: unknown, carrier: Carrier): unknown {
  return Array.isArray(value) && carrier === 'iterable' ? oneByOne(value) : value;
}

async function* oneByOne(items: readonly unknown[]): AsyncGenerator<unknown> {
  yield* items;
}

/** A list repeats its name. */
function formOf(value: unknown, change = (text: string) => text): FormData {
  const form = new FormData();
  for (const [name, member] of Object.entries(value ?? {})) {
    for (const item of Array.isArray(member) ? member : [member]) {
      if (item instanceof Uint8Array) form.append(name, new Blob([bytesOf(item)]));
      else form.append(name, change(typeof item === 'object' ? JSON.stringify(item) : String(item)));
    }
  }
  return form;
}

/** `FormData` writes every line break as CRLF (WHATWG HTML, multipart form data). */
function withLineBreaks(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '\r\n');
}

function carried(bytes: Uint8Array<ArrayBuffer>, carrier: DrawnBody['carrier']): unknown {
  switch (carrier) {
    case 'bytes':
      return bytes;
    case 'blob':
      return new Blob([bytes]);
    case 'buffer':
      return bytes.buffer;
    case 'stream':
      return new Blob([bytes]).stream();
    case 'iterable':
      return chunks(bytes);
    default:
      return carrier satisfies never;
  }
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

function withBlobs(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Blob([bytesOf(value)]);
  if (Array.isArray(value)) return value.map(withBlobs);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withBlobs(member)]));
}

/** A copy over memory of its own, so that nobody sees another's bytes. */
function bytesOf(value: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(value);
}
