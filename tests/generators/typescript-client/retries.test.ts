import { describe, expect, test } from 'vitest';
import type { OperationData } from '../../../generators/typescript-client/runtime/operation.ts';
import { type Answer, get, json, post, useServer } from './support/server.ts';

const http = useServer();

describe('retries', () => {
  const retry = { attempts: 3, delay: 1 };
  const failing: Answer = (response, _seen, count) =>
    count < 3 ? json(response, 503, {}) : json(response, 200, { count });
  const result = { status: 200, body: { count: 3 } };

  test('repeat what is idempotent until it succeeds', async () => {
    http.answer = failing;
    expect(await http.send(get, {}, { retry })).toMatchObject(result);
    expect(http.seen).toHaveLength(3);
  });

  test('repeat a POST that has a key, and no other', async () => {
    http.answer = failing;
    const keyed: OperationData = {
      ...post,
      parameters: [{ in: 'header', name: 'Idempotency-Key' }],
      body: { content: { 'application/json': { kind: 'json' } } },
    };
    expect(await http.send(keyed, { headers: { 'Idempotency-Key': 'k' }, body: { a: 1 } }, { retry })).toMatchObject(
      result,
    );
    expect(http.seen.map(({ headers, body }) => [headers['idempotency-key'], body])).toEqual(
      Array(3).fill(['k', '{"a":1}']),
    );
    http.seen.length = 0;
    await expect(http.send(post, {}, { retry })).rejects.toMatchObject({ status: 503 });
    expect(http.seen).toHaveLength(1);
  });

  test('never repeat a stream, which is spent', async () => {
    http.answer = failing;
    const put: OperationData = {
      ...get,
      method: 'PUT',
      body: { content: { 'application/octet-stream': { kind: 'binary' } } },
    };
    await expect(http.send(put, { body: new Blob(['x']).stream() }, { retry })).rejects.toMatchObject({ status: 503 });
    expect(http.seen).toHaveLength(1);
  });

  test('are off by default, and for a call that says so', async () => {
    http.answer = failing;
    await expect(http.send(get)).rejects.toMatchObject({ status: 503 });
    await expect(http.send(get, {}, { retry }, { retry: false })).rejects.toMatchObject({ status: 503 });
    expect(http.seen).toHaveLength(2);
  });

  test('end with the last response, and leave declared failures alone', async () => {
    http.answer = (response) => json(response, 503, {});
    await expect(http.send(get, {}, { retry })).rejects.toMatchObject({ status: 503 });
    expect(http.seen).toHaveLength(3);
    http.answer = (response) => json(response, 404, {});
    await expect(http.send(get, {}, { retry })).rejects.toMatchObject({ status: 404 });
    expect(http.seen).toHaveLength(4);
  });

  test('wait as long as the server asks, and give up when that is too long', async () => {
    http.answer = (response, _seen, count) => {
      if (count > 1) return json(response, 200, {});
      response.writeHead(429, { 'retry-after': '1' }).end();
    };
    const started = Date.now();
    expect(await http.send(get, {}, { retry })).toMatchObject({ status: 200 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(990);
    http.seen.length = 0;
    http.answer = (response) =>
      response.writeHead(429, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }).end();
    await expect(http.send(get, {}, { retry })).rejects.toMatchObject({ status: 429 });
    expect(http.seen).toHaveLength(1);
  });

  test('wait until the date that the server names', async () => {
    const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 500);
    http.answer = (response, _seen, count) => {
      if (count > 1) return json(response, 200, {});
      // Dates in headers have whole seconds.
      response.writeHead(503, { 'retry-after': date.toUTCString() }).end();
    };
    expect(await http.send(get, {}, { retry })).toMatchObject({ status: 200 });
    expect(Date.now()).toBeGreaterThanOrEqual(Math.floor(date.getTime() / 1000) * 1000 - 5);
  });

  test('repeat after a broken connection', async () => {
    http.answer = (response, _seen, count) => (count === 1 ? response.destroy() : json(response, 200, { count: 3 }));
    expect(await http.send(get, {}, { retry })).toMatchObject(result);
  });
});
