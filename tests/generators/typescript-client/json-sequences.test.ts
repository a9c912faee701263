import { describe, expect, test } from 'vitest';
import {
  jsonLines,
  jsonSequence,
  writeJsonLines,
  writeJsonSequence,
} from '../../../generators/typescript-client/runtime/json-sequence.ts';
import type { OperationData } from '../../../generators/typescript-client/runtime/operation.ts';
import { get, useServer } from './support/server.ts';

const http = useServer();

const list: OperationData = {
  ...get,
  id: 'list',
  responses: { 200: { 'application/jsonl': { read: jsonLines }, 'application/json-seq': { read: jsonSequence } } },
};

async function itemsIn(type: string, ...chunks: readonly string[]): Promise<unknown[]> {
  http.answer = async (response) => {
    response.writeHead(200, { 'content-type': type }).flushHeaders();
    for (const chunk of chunks) await new Promise((sent) => response.write(chunk, sent));
    response.end();
  };
  const { body } = await http.send(list, {}, {}, { maxItemLength: 50 });
  const found: unknown[] = [];
  for await (const item of body as AsyncIterable<unknown>) found.push(item);
  return found;
}

describe('JSON lines', () => {
  test('are items, whatever ends the lines and with or without a last end', async () => {
    expect(await itemsIn('application/jsonl', '{"a":', '1}\r\n\n"\\n"\n', 'null\n[2]')).toEqual([
      ...[{ a: 1 }, '\n', null, [2]],
    ]);
  });

  test('are refused when they are no JSON or too long', async () => {
    await expect(itemsIn('application/jsonl', '1\n{\n')).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      message: 'list: An item of the stream is not JSON.',
      text: '{',
    });
    await expect(itemsIn('application/jsonl', '"', 'x'.repeat(60))).rejects.toThrow('longer than 50 characters');
  });

  test('are sent as they are made, one a line', async () => {
    const append: OperationData = {
      ...get,
      method: 'POST',
      body: {
        content: {
          'application/jsonl': { kind: 'stream', write: writeJsonLines },
          'application/json-seq': { kind: 'stream', write: writeJsonSequence },
        },
      },
    };
    async function* items() {
      yield { a: 1 };
      yield 'é';
    }
    await http.send(append, { body: items(), contentType: 'application/jsonl' });
    await http.send(append, { body: [1, null], contentType: 'application/json-seq' });
    await http.send(append, { body: new Blob(['7\n']), contentType: 'application/jsonl' });
    expect(http.seen.map(({ headers, body }) => [headers['content-type'], body])).toEqual([
      ['application/jsonl', '{"a":1}\n"\u00c3\u00a9"\n'],
      ['application/json-seq', '\u001e1\n\u001enull\n'],
      ['application/jsonl', '7\n'],
    ]);
  });

  test('end where their reader stops', async () => {
    let closed = false;
    http.answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/jsonl' }).write('1\n2\n');
      response.on('close', () => {
        closed = true;
      });
    };
    const { body } = await http.send(list);
    for await (const item of body as AsyncIterable<unknown>) if (item === 1) break;
    await expect.poll(() => closed).toBe(true);
  });
});

test('JSON text sequences are items', async () => {
  expect(await itemsIn('application/json-seq', '\u001e{"a"\n:1}\n\u001e', '\u001e"x"\n\u001e3')).toEqual([
    ...[{ a: 1 }, 'x', 3],
  ]);
});
