import { describe, expect, test } from 'vitest';
import type { StreamOptions } from '../../../generators/typescript-client/runtime/config.ts';
import type { OperationData } from '../../../generators/typescript-client/runtime/operation.ts';
import type { SequenceData } from '../../../generators/typescript-client/runtime/sequence-data.ts';
import { eventStream, type ServerSentEvent } from '../../../generators/typescript-client/runtime/server-sent-events.ts';
import { get, useServer } from './support/server.ts';

const http = useServer();

type Events = AsyncIterable<ServerSentEvent<unknown>>;
const watch = (data: Partial<SequenceData> = {}): OperationData => ({
  ...get,
  id: 'watch',
  responses: { 200: { 'text/event-stream': { read: eventStream, ...data } } },
});

async function all(events: Events): Promise<ServerSentEvent<unknown>[]> {
  const found: ServerSentEvent<unknown>[] = [];
  for await (const event of events) found.push(event);
  return found;
}

/** The stream in the given chunks, each sent by itself. */
async function eventsIn(
  chunks: readonly (string | Uint8Array)[],
  data?: Partial<SequenceData>,
  options?: StreamOptions,
) {
  http.answer = async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    for (const chunk of chunks) await new Promise((sent) => response.write(chunk, sent));
    response.end();
  };
  const { body } = await http.send(watch(data), {}, {}, options);
  return all(body as Events);
}

const message = (data: string) => ({ event: 'message', data });

describe('an event stream', () => {
  test.each<[claim: string, text: string, events: object[]]>([
    ['joins the lines of its data', 'data: a\ndata:  b\ndata\n\n', [message('a\n b\n')]],
    ['takes empty data for data', 'data\n\ndata:\n\n', [message(''), message('')]],
    ['ends lines as people do', 'data: a\r\rdata: b\r\n\r\ndata: c\n\n', [message('a'), message('b'), message('c')]],
    ['drops a byte order mark', '\ufeffdata: a\n\n', [message('a')]],
    ['ignores comments and what it does not know', ': hi\nfoo: bar\nDATA: x\ndata: a\n:\n\n', [message('a')]],
    ['takes one blank from a value', 'data:a\n\ndata:  a\n\n', [message('a'), message(' a')]],
    ['has no event without data', 'event: x\nid: 1\n\ndata: a\n\n', [message('a')]],
    ['forgets a block that is not ended', 'data: a\n\ndata: b', [message('a')]],
    [
      'gives names, ids and times',
      'event: x\nid: 7\nretry: 10\ndata: a\n\nretry: soon\nid: a\0b\ndata: b\n\nid\ndata: c\n\n',
      [{ event: 'x', data: 'a', id: '7', retry: 10 }, message('b'), { event: 'message', data: 'c', id: '' }],
    ],
  ])('%s', async (_claim, text, events) => {
    expect(await eventsIn([text])).toEqual(events);
  });

  test('means the same however it is cut into chunks', async () => {
    const text = '\ufeffid: é\r\ndata: 日本\r\ndata: 👩‍👧\r\n\r\n: x\r\rdata: z\n\n';
    const events = [{ event: 'message', data: '日本\n👩‍👧', id: 'é' }, message('z')];
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 2, 3, 5, 64]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.slice(i * size, (i + 1) * size),
      );
      expect(await eventsIn(chunks)).toEqual(events);
    }
  });

  test('parses data where the contract says that it is JSON', async () => {
    const text = 'event: a\ndata: {"x":1}\n\nevent: b\ndata: {"x":1}\n\nevent: a\ndata: [DONE]\n\n';
    const data = (...values: unknown[]) => values.map((value, i) => ({ event: i === 1 ? 'b' : 'a', data: value }));
    expect(await eventsIn([text], { json: ['a'], texts: ['[DONE]'] })).toEqual(data({ x: 1 }, '{"x":1}', '[DONE]'));
    expect(await eventsIn([text], { json: true, texts: ['[DONE]'] })).toEqual(data({ x: 1 }, { x: 1 }, '[DONE]'));
    expect(await eventsIn([text], { json: true, plain: ['b'], texts: ['[DONE]'] })).toEqual(
      data({ x: 1 }, '{"x":1}', '[DONE]'),
    );
    await expect(eventsIn(['data: {\n\n'], { json: true })).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      message: 'watch: An item of the stream is not JSON.',
      text: '{',
    });
  });

  test('holds no more than it may', async () => {
    const long = 'x'.repeat(60);
    const refusal = {
      name: 'UnexpectedResponseError',
      message: 'watch: An item of the stream is longer than 100 characters. Raise maxItemLength if that is right.',
    };
    const options = { maxItemLength: 100 };
    await expect(eventsIn([`data: ${long}`, `${long}`], {}, options)).rejects.toMatchObject(refusal);
    await expect(eventsIn([`data: ${long}\ndata: ${long}\n\n`], {}, options)).rejects.toMatchObject(refusal);
    expect(await eventsIn([`data: ${long}\n\ndata: ${long}\n\n`], {}, options)).toHaveLength(2);
  });

  test('is cancelled by leaving the loop', async () => {
    let closed = false;
    http.answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.on('close', () => {
        closed = true;
      });
      response.write('data: a\n\ndata: b\n\n');
    };
    const { body } = await http.send(watch());
    for await (const event of body as Events) {
      expect(event).toEqual(message('a'));
      break;
    }
    await expect.poll(() => closed).toBe(true);
  });

  test('goes on beyond the timeout, which is for the headers, and ends with the signal of the caller', async () => {
    http.answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: a\n\n');
      setTimeout(() => response.write('data: b\n\n'), 150);
    };
    const controller = new AbortController();
    const { body } = await http.send(watch(), {}, { timeout: 100 }, { signal: controller.signal });
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const { data } of body as Events) {
        seen.push(data);
        if (data === 'b') controller.abort(new Error('enough'));
      }
    })();
    await expect(reading).rejects.toThrow('enough');
    expect(seen).toEqual(['a', 'b']);
  });

  test('is handed out as bytes to those who ask for a stream', async () => {
    http.answer = (response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: a\n\n');
    const { body } = await http.send(watch(), {}, {}, { stream: true });
    expect(await new Response(body as ReadableStream).text()).toBe('data: a\n\n');
  });
});

describe('reconnecting', () => {
  const reconnect = { delay: 1, attempts: 2 };

  test('goes on after the last event when the connection breaks or ends, until the server says 204', async () => {
    http.answer = (response, _seen, count) => {
      if (count === 4) {
        response.writeHead(204).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`${count === 1 ? 'id: é1\n' : ''}data: ${count}\n\n`);
      if (count === 1) setTimeout(() => response.destroy(), 20);
      else response.end();
    };
    const { body } = await http.send(watch(), {}, {}, { reconnect });
    expect((await all(body as Events)).map(({ data }) => data)).toEqual(['1', '2', '3']);
    const ids = http.seen.map(({ headers }) => headers['last-event-id']);
    expect(ids.map((id) => (id === undefined ? id : Buffer.from(String(id), 'latin1').toString()))).toEqual([
      ...[undefined, 'é1', 'é1', 'é1'],
    ]);
  });

  test('waits as long as the server said', async () => {
    http.answer = (response, _seen, count) => {
      if (count === 2) {
        response.writeHead(204).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end('retry: 120\n\n');
    };
    const started = Date.now();
    const { body } = await http.send(watch(), {}, {}, { reconnect });
    expect(await all(body as Events)).toEqual([]);
    expect(Date.now() - started).toBeGreaterThanOrEqual(119);
  });

  test('gives up after several connections that brought nothing, and at once when the server answers otherwise', async () => {
    http.answer = (response, _seen, count) => {
      if (count > 1) {
        response.destroy();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: a\n\n');
    };
    const broken = await http.send(watch(), {}, {}, { reconnect });
    await expect(all(broken.body as Events)).rejects.toMatchObject({ name: 'ConnectionError' });
    expect(http.seen).toHaveLength(3);
    http.answer = (response, _seen, count) =>
      response.writeHead(count === 4 ? 200 : 404, { 'content-type': 'text/event-stream' }).end();
    const gone = await http.send(watch(), {}, {}, { reconnect });
    await expect(all(gone.body as Events)).rejects.toThrow(
      'watch: The stream was to go on, but the server answered with 404 text/event-stream.',
    );
  });

  test('is off unless asked for: a broken connection is an error', async () => {
    http.answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: a\n\n');
      setTimeout(() => response.destroy(), 20);
    };
    const { body } = await http.send(watch());
    await expect(all(body as Events)).rejects.toMatchObject({ name: 'ConnectionError', operation: 'watch' });
  });
});
