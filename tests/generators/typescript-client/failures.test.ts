import { describe, expect, test, vi } from 'vitest';
import type { StreamOptions, TransportConfig } from '../../../generators/typescript-client/runtime/config.ts';
import type { OperationData } from '../../../generators/typescript-client/runtime/operation.ts';
import { type Answer, get, json, useServer } from './support/server.ts';

const http = useServer();

/** Answers with the start of a body and never with the rest. */
const half: Answer = (response) =>
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"a":');

const reset: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  // After the beginning has arrived.
  response.write('{"a":', () => setTimeout(() => response.destroy(), 20));
};

const never: Answer = () => {};

describe('an abort', () => {
  const aborted = async (config: TransportConfig = {}, options: StreamOptions = {}) => {
    const controller = new AbortController();
    const before = http.seen.length;
    const call = http.send(get, {}, config, { ...options, signal: controller.signal });
    // Once the server has the request, and a moment for the answer that it may have begun.
    await Promise.all([
      expect(call).rejects.toThrow('enough'),
      vi
        .waitUntil(() => http.seen.length > before)
        .then(() => setTimeout(() => controller.abort(new Error('enough')), 30)),
    ]);
  };

  test('before the call sends nothing', async () => {
    const signal = AbortSignal.abort(new Error('before'));
    await expect(http.send(get, {}, {}, { signal })).rejects.toThrow('before');
    await expect(http.send(get, {}, { timeout: 10 }, { signal })).rejects.toThrow('before');
    expect(http.seen).toEqual([]);
  });

  test('while the server thinks, and while it sends, is the reason of the caller', async () => {
    let closed = 0;
    const counting =
      (answer: Answer): Answer =>
      (response, seen, count) => {
        response.on('close', () => closed++);
        answer(response, seen, count);
      };
    http.answer = counting(never);
    await aborted();
    await aborted({ timeout: 10_000 });
    http.answer = counting(half);
    await aborted();
    await aborted({ timeout: 10_000, retry: {} });
    expect(http.seen).toHaveLength(4);
    await expect.poll(() => closed).toBe(4);
  });

  test('while it waits for another attempt ends the wait', async () => {
    http.answer = (response) => json(response, 503, {});
    await aborted({ retry: { delay: 60_000, maxDelay: 60_000 } });
    expect(http.seen).toHaveLength(1);
  });

  test('while a stream is read ends the stream', async () => {
    const download: OperationData = { ...get, responses: { 200: { 'application/json': 'binary' } } };
    http.answer = half;
    const controller = new AbortController();
    const { body } = await http.send(download, {}, {}, { signal: controller.signal, stream: true });
    setTimeout(() => controller.abort(new Error('enough')), 20);
    await expect(new Response(body as ReadableStream).text()).rejects.toThrow('enough');
  });
});

describe('a response that does not come in time', () => {
  const late = { name: 'TimeoutError', message: 'get: No response came in time.', operation: 'get' };

  test('is a TimeoutError, whether headers or the rest of the body are missing', async () => {
    http.answer = never;
    await expect(http.send(get, {}, { timeout: 30 })).rejects.toMatchObject(late);
    http.answer = half;
    await expect(http.send(get, {}, {}, { timeout: 30 })).rejects.toMatchObject(late);
  });

  test('is asked for again where the client may: the time is for one attempt', async () => {
    http.answer = (response, seen, count) => (count < 3 ? half(response, seen, count) : json(response, 200, { count }));
    const result = await http.send(get, {}, { timeout: 50, retry: { delay: 1 } });
    expect(result.body).toEqual({ count: 3 });
  });

  test('may take longer than that in a stream, whose headers came in time', async () => {
    const download: OperationData = { ...get, responses: { 200: { 'text/plain': 'binary' } } };
    http.answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('a');
      setTimeout(() => response.end('b'), 80);
    };
    const { body } = await http.send(download, {}, { timeout: 40 }, { stream: true });
    expect(await new Response(body as ReadableStream).text()).toBe('ab');
  });

  test('leaves no timer behind', async () => {
    http.answer = (response) => json(response, 200, {});
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    await http.send(get, {}, { timeout: 600_000 });
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThanOrEqual(before);
  });
});

describe('a broken connection', () => {
  test('is a ConnectionError, whether it breaks before the headers or amid the body', async () => {
    const broken = { name: 'ConnectionError', operation: 'get' };
    await expect(http.send(get, {}, { baseUrl: 'http://127.0.0.1:1' })).rejects.toMatchObject(broken);
    http.answer = (response) => response.destroy();
    await expect(http.send(get)).rejects.toMatchObject(broken);
    http.answer = reset;
    await expect(http.send(get)).rejects.toMatchObject(broken);
  });

  test('is made good by another attempt, even amid the body', async () => {
    http.answer = (response, seen, count) =>
      count === 1 ? response.destroy() : count === 2 ? reset(response, seen, count) : json(response, 200, { count });
    expect((await http.send(get, {}, { retry: { delay: 1 } })).body).toEqual({ count: 3 });
  });
});
