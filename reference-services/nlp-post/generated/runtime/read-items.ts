// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type Fault, mostFaults } from './fault.ts';
import { JsonFault, parseJson } from './json.ts';
import { removeOneWay } from './one-way.ts';
import type { JsonSchema } from './operation.ts';
import { Refusal } from './problem.ts';
import type { SchemaSet } from './schema-set.ts';

export interface ItemSource {
  readonly kind: 'lines' | 'records';
  readonly schema: JsonSchema;
}

/**
 * The items of a request body, each read and checked when the handler asks for it. One that breaks the contract throws the
 * refusal that answers the request.
 */
export async function* readItems(
  set: SchemaSet,
  body: ReadableStream<Uint8Array>,
  { kind, schema }: ItemSource,
): AsyncGenerator<unknown, void, undefined> {
  let index = 0;
  for await (const text of split(body, kind === 'lines' ? /\r?\n/ : '\u001e')) {
    if (text.trim() === '') continue;
    const value = parse(text, index);
    const faults = set.check(schema, value);
    if (faults.length > 0) throw refusal(index, faults);
    removeOneWay(set, schema, value, 'readOnly');
    yield value;
    index += 1;
  }
}

async function* split(body: ReadableStream<Uint8Array>, separator: RegExp | string): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // Pieces of an item that has not ended yet: joining them once keeps long items cheap.
  let pieces: string[] = [];
  try {
    for (let next = await reader.read(); ; next = await reader.read()) {
      const [first = '', ...rest] = decode(decoder, next.value).split(separator);
      pieces.push(first);
      for (const start of rest) {
        yield pieces.join('');
        pieces = [start];
      }
      if (next.done) break;
    }
    yield pieces.join('');
  } finally {
    await reader.cancel();
  }
}

/** Without a chunk, what the decoder still holds. */
function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array | undefined): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new Refusal('invalid-request', 400, 'The body is not legal utf-8 text.');
  }
}

function parse(text: string, index: number): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonFault) throw refusal(index, [{ pointer: '#', detail: error.message }]);
    throw error;
  }
}

function refusal(index: number, faults: readonly Fault[]): Refusal {
  const errors = faults
    .slice(0, mostFaults)
    .map((fault) => ({ ...fault, pointer: `#/${index}${(fault.pointer ?? '#').slice(1)}` }));
  const detail = `Item ${index} of the body does not keep to the contract.`;
  return new Refusal('invalid-request', 400, detail, { errors });
}
