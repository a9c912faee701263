/** Bytes as data that can be compared and printed. */
export interface PlainBytes {
  readonly bytes: string;
}

/**
 * A value with everything that carries bytes read to its end: whoever holds a Blob holds the same as who holds a stream
 * of the same bytes.
 */
export async function plain(value: unknown): Promise<unknown> {
  if (value instanceof FormData) return plainForm(value);
  if (value instanceof Blob || value instanceof ReadableStream || value instanceof ArrayBuffer) {
    return plainBytes(new Uint8Array(await new Response(value).arrayBuffer()));
  }
  if (value instanceof Uint8Array) return plainBytes(value);
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (isIterable(value)) return plainItems(value);
  if (typeof value !== 'object' || value === null) return value;
  const entries = await Promise.all(
    Object.entries(value).map(async ([name, member]) => [name, await plain(member)] as const),
  );
  return Object.fromEntries(entries);
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function plainItems(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(await plain(item));
  return all;
}

function plainBytes(bytes: Uint8Array): PlainBytes {
  return { bytes: Buffer.from(bytes).toString('hex') };
}

async function plainForm(form: FormData): Promise<unknown> {
  return Promise.all([...form].map(async ([name, value]) => [name, await plain(value)]));
}
