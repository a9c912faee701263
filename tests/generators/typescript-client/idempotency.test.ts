import { describe, expect, test } from 'vitest';
import type { OperationData } from '../../../generators/typescript-client/runtime/operation.ts';
import { json, post, useServer } from './support/server.ts';

const http = useServer();

const create: OperationData = { ...post, parameters: [{ in: 'header', name: 'Idempotency-Key' }] };
const keys = () => http.seen.map(({ headers }) => headers['idempotency-key']);

describe('an operation that takes a key', () => {
  test('gets a random one per call, which makes it worth repeating', async () => {
    http.answer = (response, _seen, count) => json(response, count === 4 ? 200 : 503, {});
    const retry = { attempts: 3, delay: 1 };
    await expect(http.send(create, {}, { retry })).rejects.toMatchObject({ status: 503 });
    await http.send(create, {}, { retry });
    const [first, ...others] = keys();
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(others.slice(0, 2)).toEqual([first, first]);
    expect(others[2]).not.toBe(first);
  });

  test('keeps the one that the caller gives, in whatever case', async () => {
    await http.send(create, { headers: { 'Idempotency-Key': 'mine' } });
    await http.send(create, { headers: { 'idempotency-key': 'other' } });
    await http.send(create, { headers: { 'Idempotency-Key': undefined } }, { idempotencyKeys: () => 'made' });
    expect(keys()).toEqual(['mine', undefined, 'made']);
  });

  test('gets none where the client is told so, and another operation never', async () => {
    await http.send(create, {}, { idempotencyKeys: false });
    await http.send(post);
    expect(keys()).toEqual([undefined, undefined]);
  });
});
