import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorised, generatePetstore, type Handler, type Petstore } from './petstore.ts';

let petstore: Petstore;
beforeAll(async () => {
  petstore = await generatePetstore();
});
afterAll(() => petstore.written.remove());

/** What a request to `path` is answered with. */
async function ask(path: string, options: object, handlers: Record<string, Handler> = {}, headers: object = {}) {
  const { app, violations } = petstore.start(handlers, options);
  const response = await app.request(path, { headers: { ...authorised, 'x-request-id': 'r-1', ...headers } });
  return { status: response.status, headers: response.headers, problem: await response.json(), violations };
}

const problemType = (kind: string) =>
  kind === 'unauthenticated' ? { type: 'urn:who', title: 'Say who you are' } : `urn:${kind}`;

function throwing(status: number, options: object = {}): () => never {
  return () => {
    throw new petstore.generated.HttpProblem(status, options);
  };
}

describe('the types of problems', () => {
  it.each([
    ['/nowhere', {}, { type: 'urn:not-found', title: 'Not found', status: 404 }],
    ['/pets?limit=x', {}, { type: 'urn:invalid-request', title: 'Invalid request', status: 400 }],
    ['/pets', { authorization: 'Bearer bad' }, { type: 'urn:who', title: 'Say who you are', status: 401 }],
  ])('the option names those of the server itself, with one title each: %s', async (path, headers, expected) => {
    expect((await ask(path, { problemType }, {}, headers)).problem).toMatchObject(expected);
  });

  it.each([
    [401, 'urn:expired', 'urn:expired'],
    [403, 'urn:scope', 'urn:scope'],
    [429, 'urn:quota', 'urn:quota'],
    [403, 'about:blank', 'urn:forbidden'],
    [401, 'about:blank', 'urn:who'],
    [429, 'about:blank', 'about:blank'],
  ])('a %i of type %s that a security handler throws has the type %s', async (status, type, expected) => {
    const answer = await ask('/pets', { problemType, security: { Token: throwing(status, { type }) } });
    expect([answer.status, answer.problem]).toMatchObject([status, { type: expected }]);
  });

  it('a problem that a handler throws keeps its type and title', async () => {
    const getPet = throwing(404, { type: 'urn:gone', title: 'Gone' });
    expect((await ask('/pets/1', { problemType }, { getPet })).problem).toMatchObject({
      type: 'urn:gone',
      title: 'Gone',
    });
  });
});

describe('every problem carries the request id', () => {
  const body = { title: 'None', status: 404 };

  it('returned', async () => {
    const getPet = () => ({ status: 404, body });
    expect((await ask('/pets/1', {}, { getPet })).problem).toEqual({ ...body, requestId: 'r-1' });
  });

  it('unless it has one already', async () => {
    const getPet = () => ({ status: 404, body: { ...body, requestId: 'r-0' } });
    expect((await ask('/pets/1', {}, { getPet })).problem).toEqual({ ...body, requestId: 'r-0' });
  });

  it.each([
    ['returned', () => ({ status: 503, body: { title: 'Closed', status: 503 } })],
    ['thrown', () => throwing(503, { title: 'Closed' })()],
  ])('unless its schema has no room for it: %s', async (_, watchPets) => {
    const { status, problem, violations } = await ask('/pets/events', {}, { watchPets });
    expect([status, violations]).toEqual([503, []]);
    expect(problem).toMatchObject({ title: 'Closed', status: 503 });
    expect(problem).not.toHaveProperty('requestId');
  });
});

describe('headers of problems', () => {
  it('are text, and are judged as the values that they stand for', async () => {
    const watchPets = throwing(429, { headers: { 'Retry-After': '5' } });
    const { status, headers, violations } = await ask('/pets/events', {}, { watchPets });
    expect([status, headers.get('retry-after'), violations]).toEqual([429, '5', []]);
  });

  it('that stand for something else break the contract', async () => {
    const watchPets = throwing(429, { headers: { 'Retry-After': 'soon' } });
    expect(await ask('/pets/events', {}, { watchPets })).toMatchObject({
      status: 500,
      violations: [{ faults: [{ parameter: 'Retry-After', in: 'header' }] }],
    });
  });

  it('name the realm of the service', async () => {
    const { headers } = await ask('/pets', { realm: 'pets "and" friends' }, {}, { authorization: '' });
    expect(headers.get('www-authenticate')).toBe('Bearer realm="pets and friends"');
  });
});
