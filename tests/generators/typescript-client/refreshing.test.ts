import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { OperationData } from '../../../generators/typescript-client/runtime/operation.ts';
import { refreshing } from '../../../generators/typescript-client/runtime/refreshing.ts';
import { type Answer, get, json, useServer } from './support/server.ts';

const http = useServer();

const secured: OperationData = {
  ...get,
  security: [['Token']],
  responses: { 200: { 'application/json': 'json' }, 401: { 'application/json': 'json' } },
};

/** Grants t1, t2, …; each takes a while, so that callers pile up. */
function authorization(takes = 30) {
  const granted: string[] = [];
  const fetchToken = async () => {
    await sleep(takes);
    granted.push(`t${granted.length + 1}`);
    return { token: granted.at(-1) ?? '' };
  };
  return { granted, fetchToken };
}

const accepting =
  (...tokens: string[]): Answer =>
  (response, { headers }) =>
    tokens.some((token) => headers.authorization === `Bearer ${token}`)
      ? json(response, 200, {})
      : json(response, 401, {});

const statuses = (results: readonly { readonly status: number }[]) => [...new Set(results.map(({ status }) => status))];

describe('a token that the server refuses', () => {
  test('is replaced once for 100 concurrent calls, each of which is repeated once', async () => {
    const { granted, fetchToken } = authorization();
    const credentials = { Token: refreshing(fetchToken) };
    http.answer = accepting('t1');
    await http.send(secured, {}, { credentials });
    http.answer = accepting('t2');
    const calls = Array.from({ length: 100 }, () => http.send(secured, {}, { credentials }));
    expect(statuses(await Promise.all(calls))).toEqual([200]);
    expect(granted).toEqual(['t1', 't2']);
    const sent = http.seen.slice(1).map(({ headers }) => headers.authorization);
    expect(sent.filter((header) => header === 'Bearer t1')).toHaveLength(100);
    expect(sent.filter((header) => header === 'Bearer t2')).toHaveLength(100);
  });

  test('fails every call with one cause when it cannot be replaced', async () => {
    const cause = new Error('the refresh token is no longer valid');
    let fetches = 0;
    const fetchToken = async () => {
      fetches++;
      await sleep(30);
      if (fetches > 1) throw cause;
      return { token: 't1' };
    };
    const credentials = { Token: refreshing(fetchToken) };
    http.answer = accepting('t1');
    await http.send(secured, {}, { credentials });
    // Some answers come after the refresh has failed already.
    http.answer = (response, _seen, count) => setTimeout(() => json(response, 401, {}), count % 2 === 0 ? 0 : 80);
    const calls = Array.from({ length: 100 }, () => http.send(secured, {}, { credentials }));
    const failures = await Promise.all(calls.map((call) => call.catch((error: unknown) => error)));
    expect(fetches).toBe(2);
    expect(failures).toHaveLength(100);
    for (const failure of failures) {
      expect(failure).toMatchObject({
        name: 'CredentialsError',
        message: 'get: There is no credential for "Token" now.',
        cause,
      });
    }
    expect(new Set(failures.map((failure) => (failure as Error).cause))).toEqual(new Set([cause]));
    await expect(http.send(secured, {}, { credentials })).rejects.toMatchObject({ name: 'CredentialsError' });
    expect(fetches).toBe(3);
  });

  test('is replaced once only: a 401 to the new one is a response like any other', async () => {
    const { granted, fetchToken } = authorization(0);
    http.answer = accepting();
    const result = await http.send(secured, {}, { credentials: { Token: refreshing(fetchToken) } });
    expect(result.status).toBe(401);
    expect(granted).toEqual(['t1', 't2']);
    expect(http.seen).toHaveLength(2);
  });

  test('is replaced for a POST, too, which the server has not worked on', async () => {
    const { fetchToken } = authorization(0);
    const post: OperationData = {
      ...secured,
      method: 'POST',
      body: { content: { 'application/json': { kind: 'json' } } },
    };
    http.answer = accepting('t2');
    const result = await http.send(post, { body: { a: 1 } }, { credentials: { Token: refreshing(fetchToken) } });
    expect([result.status, http.seen.map(({ body }) => body)]).toEqual([200, ['{"a":1}', '{"a":1}']]);
  });

  test('is replaced for the next call where the body was a stream, which cannot be sent again', async () => {
    const { granted, fetchToken } = authorization(0);
    const put: OperationData = {
      ...secured,
      method: 'PUT',
      body: { content: { 'application/octet-stream': { kind: 'binary' } } },
    };
    const credentials = { Token: refreshing(fetchToken) };
    http.answer = accepting('t2');
    const send = () => http.send(put, { body: new Blob(['x']).stream() }, { credentials });
    expect([(await send()).status, (await send()).status, granted]).toEqual([401, 200, ['t1', 't2']]);
  });

  test('does not hold a call that its caller gives up, and is replaced for the others', async () => {
    const { granted, fetchToken } = authorization(200);
    const credentials = { Token: refreshing(fetchToken) };
    http.answer = accepting('t1');
    const controller = new AbortController();
    const given = http.send(secured, {}, { credentials }, { signal: controller.signal });
    const other = http.send(secured, {}, { credentials });
    setTimeout(() => controller.abort(new Error('enough')), 20);
    await expect(given).rejects.toThrow('enough');
    expect(granted).toEqual([]);
    expect((await other).status).toBe(200);
  });
});

describe('a token that ends', () => {
  const lease = async (secret: ReturnType<typeof refreshing>) => (await secret.lease()).secret;

  test('is replaced shortly before, once for all who ask', async () => {
    let fetches = 0;
    const secret = refreshing(
      async () => ({ token: `t${++fetches}`, expiresAt: Date.now() + (fetches === 1 ? 100 : 60_000) }),
      { leeway: 60 },
    );
    expect(await lease(secret)).toBe('t1');
    expect(await lease(secret)).toBe('t1');
    await sleep(60);
    expect(await Promise.all(Array.from({ length: 100 }, () => lease(secret)))).toEqual(Array(100).fill('t2'));
    expect(fetches).toBe(2);
  });

  test('serves until its end when it cannot be replaced before', async () => {
    let fetches = 0;
    const secret = refreshing(async () => {
      if (++fetches > 1) throw new Error('down');
      return { token: 't1', expiresAt: new Date(Date.now() + 120) };
    });
    expect(await lease(secret)).toBe('t1');
    await sleep(80);
    expect([await lease(secret), fetches]).toEqual(['t1', 2]);
    await sleep(60);
    await expect(lease(secret)).rejects.toThrow('down');
  });

  test('hands back what was granted with it, such as a refresh token', async () => {
    const seen: (string | undefined)[] = [];
    const secret = refreshing<{ token: string; refreshToken: string }>(async (previous) => {
      seen.push(previous?.refreshToken);
      return { token: `t${seen.length}`, refreshToken: `r${seen.length}` };
    });
    const first = await secret.lease();
    await first.renew();
    await first.renew();
    expect([await lease(secret), seen]).toEqual(['t2', [undefined, 'r1']]);
  });
});
