import { describe, expect, test } from 'vitest';
import type { TransportConfig } from '../../../generators/typescript-client/runtime/config.ts';
import { get, json, useServer } from './support/server.ts';

const http = useServer();

describe('middleware', () => {
  test('surrounds each attempt, the first one outermost, and may answer itself', async () => {
    http.answer = (response, _seen, count) => (count === 1 ? json(response, 503, {}) : json(response, 200, {}));
    const log: string[] = [];
    const note =
      (name: string): NonNullable<TransportConfig['middleware']>[number] =>
      async (request, next, operation) => {
        log.push(`${name} ${operation.id}`);
        request.headers.set(name, '1');
        const response = await next(request);
        log.push(`${name} ${response.status}`);
        return response;
      };
    await http.send(get, {}, { middleware: [note('x-a'), note('x-b')], retry: { delay: 1 } });
    const attempt = (status: number) => ['x-a get', 'x-b get', `x-b ${status}`, `x-a ${status}`];
    expect(log).toEqual([...attempt(503), ...attempt(200)]);
    expect(http.seen[0]?.headers).toMatchObject({ 'x-a': '1', 'x-b': '1' });
    const cached = await http.send(get, {}, { middleware: [async () => Response.json({ cached: true })] });
    expect(cached.body).toEqual({ cached: true });
    expect(http.seen).toHaveLength(2);
  });
});
