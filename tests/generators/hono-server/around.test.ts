import type { MiddlewareHandler } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorised, generatePetstore, type Petstore } from './petstore.ts';

let petstore: Petstore;
beforeAll(async () => {
  petstore = await generatePetstore();
});
afterAll(() => petstore.written.remove());

const listPets = { operationId: 'listPets', method: 'GET', path: '/pets' };
const getPet = { operationId: 'getPet', method: 'GET', path: '/pets/{petId}' };

it('middleware runs before everything, knows the request id, and afterwards the operation', async () => {
  const seen: unknown[] = [];
  const observe: MiddlewareHandler = async (c, next) => {
    const before = [c.get('requestId'), c.get('operation')];
    await next();
    seen.push([...before, c.get('operation'), c.res.status]);
  };
  const { app } = petstore.start({}, { middleware: [observe], newRequestId: () => 'made' });
  await app.request('/pets/1', { headers: authorised });
  await app.request('/pets', { headers: { 'x-request-id': 'given' } });
  await app.request('/nowhere');
  await app.request('/pets/1', { method: 'PATCH' });
  expect(seen).toEqual([
    ['made', undefined, getPet, 200],
    ['given', undefined, listPets, 401],
    ['made', undefined, undefined, 404],
    ['made', undefined, undefined, 405],
  ]);
});

it('middleware may answer itself, and when it fails the answer is a problem', async () => {
  const closed: MiddlewareHandler = async (c) => c.text('closed', 503);
  const broken: MiddlewareHandler = () => {
    throw new Error('broken');
  };
  expect((await petstore.start({}, { middleware: [closed] }).app.request('/pets')).status).toBe(503);
  const { app, errors } = petstore.start({}, { middleware: [broken] });
  const response = await app.request('/pets');
  expect([response.status, response.headers.get('content-type'), errors.length]).toEqual([
    500,
    'application/problem+json',
    1,
  ]);
});

it('the hook around handlers gets what they get, and goes on or answers itself', async () => {
  const calls: unknown[] = [];
  const around = async (operation: object, input: object, context: { principal: unknown }, next: () => unknown) => {
    calls.push([operation, input, context.principal]);
    return calls.length < 3 ? next() : { status: 404, body: { title: 'Enough', status: 404 } };
  };
  const { app } = petstore.start({}, { around });
  const ask = async () => (await app.request('/pets/7', { headers: authorised })).status;
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 404]);
  expect(calls[0]).toEqual([getPet, { path: { petId: 7 }, query: {}, headers: {}, cookies: {} }, { name: 'Ann' }]);
  await app.request('/pets/x', { headers: authorised });
  await app.request('/pets/7');
  expect(calls.length).toBe(3);
});

it('the hook sees what handlers throw, and its own answers are held against the contract', async () => {
  const around = async (_operation: object, _input: object, _context: object, next: () => unknown) => {
    try {
      return await next();
    } catch {
      return { status: 418 };
    }
  };
  const handlers = { getPet: () => Promise.reject(new Error('lost')) };
  const { app, violations, errors } = petstore.start(handlers, { around });
  expect((await app.request('/pets/1', { headers: authorised })).status).toBe(500);
  expect([violations, errors]).toMatchObject([[{ operationId: 'getPet', status: 418 }], []]);
});
