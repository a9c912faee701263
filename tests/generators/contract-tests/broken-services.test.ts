import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handler } from '../hono-server/petstore.ts';
import { openShop, type Report, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

function failures({ results }: Report): string[] {
  return results.filter(({ ok }) => !ok).map(({ operation, claim, detail }) => `${operation}: ${claim}: ${detail}`);
}

it('a service that keeps to its contract passes, and nothing is skipped', async () => {
  const report = await shop.check();
  expect(failures(report)).toEqual([]);
  expect([report.passed, report.failed, report.skipped]).toEqual([50, 0, 0]);
});

const pet = { id: 1, name: 'Milo', kind: 'cat' };
const legal = 'a legal request gets a declared response';

describe('a service that breaks one promise fails, and the report says which', () => {
  const handlers: ReadonlyArray<readonly [name: string, replaced: Readonly<Record<string, Handler>>, failure: string]> =
    [
      [
        'an undeclared status',
        { getPet: () => ({ status: 206, body: pet }) },
        `getPet: ${legal}: status 206 is not declared`,
      ],
      [
        'a missing member',
        { getPet: () => ({ status: 200, body: { id: 1, kind: 'cat' } }) },
        'body #/name: is missing',
      ],
      [
        'a value that is not listed',
        { getPet: () => ({ status: 200, body: { ...pet, kind: 'bird' } }) },
        'body #/kind',
      ],
      [
        'a value of another type',
        { listPets: () => ({ status: 200, body: [{ ...pet, id: 'x' }], headers: { 'X-Total': 1 } }) },
        'body #/0/id',
      ],
      [
        'another content type',
        { getPet: () => ({ status: 200, contentType: 'text/html', body: '<p>' }) },
        'text/html is not declared',
      ],
      [
        'a missing header',
        { listPets: () => ({ status: 200, body: [] }) },
        `listPets: ${legal}: header X-Total is missing`,
      ],
      [
        'a header of another type',
        { listPets: () => ({ status: 200, body: [], headers: { 'X-Total': 'x' } }) },
        'header X-Total',
      ],
      ['a body where none is declared', { adoptPet: () => ({ status: 202, body: {} }) }, 'declared without a body'],
      [
        'a failure',
        {
          getPet: () => {
            throw new Error('broken');
          },
        },
        'status 500: the service failed',
      ],
      [
        'a legal request refused',
        { createPet: () => ({ status: 400, body: { title: 'No', status: 400 } }) },
        'a legal request was refused',
      ],
      [
        'a prepared resource not found',
        { getPet: () => ({ status: 404, body: { title: 'No', status: 404 } }) },
        'although "given" prepared',
      ],
    ];
  it.each(handlers)('%s', async (_, replaced, failure) => {
    expect(failures(await shop.check({ handlers: replaced })).join('\n')).toContain(failure);
  });

  it('illegal requests are let in', async () => {
    const ignoring = await shop.check({
      tamper: (fetch) => async (request) => {
        const response = await fetch(request.clone());
        return response.status === 400 ? Response.json([pet], { headers: { 'X-Total': '1' } }) : response;
      },
    });
    const found = failures(ignoring);
    expect(found.filter((line) => line.includes('was not refused'))).toEqual(found);
    for (const part of [
      'parameter limit',
      'lacks "name"',
      'has a wrong "kind"',
      'nobody declared',
      'without a body',
      'is not JSON',
    ]) {
      expect(found.join('\n')).toContain(part);
    }
  });

  it('strangers are let in', async () => {
    const open = await shop.check({
      tamper: (fetch) => (request) => {
        const headers = new Headers(request.headers);
        headers.set('authorization', 'Bearer good');
        headers.set('x-api-key', 'key');
        return fetch(new Request(request, { headers }));
      },
    });
    expect(failures(open)).toEqual(
      ['listPets', 'createPet', 'getPet', 'deletePet', 'listOwnPets', 'putPhoto'].map(
        (name) => `${name}: a request without credentials is a 401 problem: ${expectedStatus(name)} instead of 401`,
      ),
    );
  });

  it('an error that is no problem', async () => {
    const plain = await shop.check({
      tamper: (fetch) => async (request) => {
        const response = await fetch(request);
        return response.status < 400 ? response : new Response('no', { status: response.status });
      },
    });
    expect(failures(plain).join('\n')).toContain(': an unknown path is a 404 problem: content type text/plain is not');
    expect(failures(plain).join('\n')).toContain('getPet: a request without credentials is a 401 problem');
  });

  it('an unknown path that is found', async () => {
    const found = await shop.check({
      tamper: (fetch) => async (request) => (request.url.includes('no/such') ? new Response('hello') : fetch(request)),
    });
    expect(failures(found)).toEqual([': an unknown path is a 404 problem: status 200 instead of 404']);
  });
});

function expectedStatus(name: string): string {
  const statuses: Readonly<Record<string, number>> = { createPet: 201, deletePet: 204 };
  return `status ${statuses[name] ?? 200}`;
}

it('a stream that never ends is closed, not read', async () => {
  let ended = false;
  const source = {
    next: async () => ({ done: false, value: 'data: 1\n\n' }),
    return: async () => {
      ended = true;
      return { done: true, value: undefined };
    },
  };
  const body = { [Symbol.asyncIterator]: () => source };
  const watchPets = () => ({ status: 200, contentType: 'text/event-stream', body });
  const report = await shop.check({ handlers: { watchPets } });
  expect([failures(report), ended]).toEqual([[], true]);
});

it('a service that cannot be reached fails every claim with the reason', async () => {
  const report = await shop.run({ baseUrl: 'http://127.0.0.1:1', skip: ['listPets'] });
  expect([report.ok, report.passed]).toEqual([false, 0]);
  expect(report.results.some(({ operation }) => operation === 'listPets')).toBe(false);
});
