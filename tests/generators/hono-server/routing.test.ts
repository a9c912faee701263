import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorised, generatePetstore, type Petstore } from './petstore.ts';

let petstore: Petstore;
beforeAll(async () => {
  petstore = await generatePetstore();
});
afterAll(() => petstore.written.remove());

const basic = { authorization: `Basic ${btoa('ann:secret')}` };

describe('paths', () => {
  it('concrete ones come before templated ones', async () => {
    const { app } = petstore.start();
    expect(await (await app.request('/pets/mine', { headers: basic })).json()).toEqual(['Milo']);
  });

  it('may hold what Hono would read as a parameter', async () => {
    const { app } = petstore.start();
    expect((await app.request('/pets:adopt', { method: 'POST' })).status).toBe(202);
    expect((await app.request('/petsX', { method: 'POST' })).status).toBe(404);
  });

  it('unknown ones are a 404 problem', async () => {
    const { app } = petstore.start();
    const response = await app.request('/nowhere');
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      404,
      'application/problem+json',
      {
        type: 'about:blank',
        title: 'Not found',
        status: 404,
        detail: 'There is nothing at this path.',
        requestId: expect.any(String),
      },
    ]);
  });

  it('known ones with another method are a 405 that lists the methods', async () => {
    const { app } = petstore.start();
    const response = await app.request('/pets/1', { method: 'PATCH' });
    expect([response.status, response.headers.get('allow'), (await response.json()).title]).toEqual([
      405,
      'GET, DELETE, HEAD',
      'Method not allowed',
    ]);
  });

  it('start with the base path, or with where the app is mounted', async () => {
    const based = petstore.start({}, { basePath: '/shop/' });
    expect((await based.app.request('/shop/pets/1', { headers: authorised })).status).toBe(200);
    const outer = new Hono().route('/v2', petstore.start().app as unknown as Hono);
    const inner = await outer.request('/v2/pets/7', { headers: authorised });
    expect(inner.status).toBe(200);
  });
});

describe('request ids', () => {
  it('of the caller are echoed', async () => {
    const { app } = petstore.start();
    const response = await app.request('/nowhere', { headers: { 'x-request-id': 'req-1' } });
    expect([response.headers.get('x-request-id'), (await response.json()).requestId]).toEqual(['req-1', 'req-1']);
  });

  it('are made where there is none, or one that no log should hold', async () => {
    const { app } = petstore.start();
    for (const headers of [{}, { 'x-request-id': 'a b"c' }, { 'x-request-id': 'x'.repeat(200) }]) {
      const response = await app.request('/pets:adopt', { method: 'POST', headers });
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe('security', () => {
  const of = async (path: string, headers: Record<string, string>, options?: object) => {
    let principal: unknown;
    const see = (_: unknown, context: { principal: unknown }) => {
      principal = context.principal;
    };
    const { app, last } = petstore.start(
      {
        getPet: (input, context) => {
          see(input, context);
          return { status: 200, body: { id: 1, name: 'Milo', kind: 'cat' } };
        },
        listOwnPets: (input, context) => {
          see(input, context);
          return { status: 200, contentType: 'application/json', body: [] };
        },
        adoptPet: (input, context) => {
          see(input, context);
          return { status: 202 };
        },
      },
      options,
    );
    const method = path === '/pets:adopt' ? 'POST' : 'GET';
    const response = await app.request(path, { method, headers });
    return {
      status: response.status,
      challenge: response.headers.get('www-authenticate'),
      principal,
      asked: last() !== undefined,
    };
  };
  const anonymous = { principal: undefined, asked: false };

  it('nobody is a 401 with a challenge, before anything else is looked at', async () => {
    expect(await of('/pets/abc', {})).toEqual({ status: 401, challenge: 'Bearer realm="api"', ...anonymous });
  });

  it('somebody unknown is told so', async () => {
    expect(await of('/pets/1', { authorization: 'Bearer bad' })).toEqual({
      status: 401,
      challenge: 'Bearer realm="api", error="invalid_token"',
      ...anonymous,
    });
  });

  it('somebody known is the principal', async () => {
    expect(await of('/pets/1', { authorization: 'bearer good' })).toMatchObject({
      status: 200,
      principal: { name: 'Ann' },
    });
  });

  it('any requirement suffices', async () => {
    expect(await of('/pets/mine', basic)).toMatchObject({ status: 200, principal: { name: 'ann' } });
  });

  it('within a requirement every scheme is needed', async () => {
    expect(await of('/pets/mine', authorised)).toMatchObject({ status: 401, asked: false });
    expect(await of('/pets/mine', { 'x-api-key': 'key' })).toMatchObject({ status: 401, asked: false });
    expect(await of('/pets/mine', { ...authorised, 'x-api-key': 'key' })).toMatchObject({
      status: 200,
      principal: { name: 'Key' },
    });
  });

  it('a requirement of nothing lets strangers in and knows the others', async () => {
    expect(await of('/pets:adopt', {})).toMatchObject({ status: 202, principal: undefined });
    expect(await of('/pets:adopt', authorised)).toMatchObject({ status: 202, principal: { name: 'Ann' } });
  });

  it('a security handler refuses what somebody known may not do with a 403', async () => {
    const { HttpProblem } = petstore.generated;
    const security = {
      Token: () => {
        throw new HttpProblem(403, { detail: 'Needs pets:read.' });
      },
    };
    expect(await of('/pets/1', authorised, { security })).toEqual({ status: 403, challenge: null, ...anonymous });
  });

  it('a scheme without a handler is a 500, not an open door', async () => {
    expect(await of('/pets/1', authorised, { security: {} })).toMatchObject({ status: 500, asked: false });
  });

  it('broken credentials are no credentials', async () => {
    for (const authorization of ['Basic !!!', 'Basic', `Basic ${btoa('nocolon')}`, 'Bearer', 'Basic\tYQ==']) {
      expect(await of('/pets/mine', { authorization })).toMatchObject({ status: 401 });
    }
  });
});
