import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { authorised, generatePetstore, type Handler, type Petstore } from './petstore.ts';

let petstore: Petstore;
beforeAll(async () => {
  petstore = await generatePetstore();
});
afterAll(() => petstore.written.remove());

/** What the client and the log get when `handlers` answer a request. */
async function ask(path: string, handlers: Record<string, Handler>, options: object = {}, init: RequestInit = {}) {
  const { app, violations, errors } = petstore.start(handlers, options);
  const response = await app.request(path, { ...init, headers: { ...authorised, ...init.headers } });
  return { response, violations, errors };
}

const pet = { id: 1, name: 'Milo', kind: 'cat' };

describe('a response that breaks the contract is a 500 and one line in the log, never a 400', () => {
  const cases: ReadonlyArray<readonly [name: string, output: object, fault: string]> = [
    ['an undeclared status', { status: 418, body: pet }, 'status 418 is not declared'],
    ['a missing member', { status: 200, body: { id: 1, name: 'Milo' } }, '"#/kind"'],
    ['a value that is not listed', { status: 200, body: { ...pet, kind: 'bird' } }, 'must be one of'],
    ['a value of the wrong type', { status: 200, body: { ...pet, id: '1' } }, 'must be an integer'],
    ['no body', { status: 200 }, 'has no form in JSON'],
    ['an undeclared content type', { status: 200, contentType: 'text/html', body: '<p>' }, 'text/html is not declared'],
    ['a wrong body on a declared error', { status: 404, body: { message: 'nope' } }, '"#/title"'],
    ['something that JSON cannot say', { status: 200, body: { ...pet, id: 1n } }, 'has no form in JSON'],
    [
      'a header that HTTP cannot carry',
      { status: 200, body: pet, headers: { 'X-A': 'a\r\nb: c' } },
      'no header can hold the text of X-A',
    ],
  ];
  it.each(cases)('%s', async (_, output, fault) => {
    const { response, violations } = await ask('/pets/1', { getPet: () => output });
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Internal server error',
      status: 500,
      detail: 'Something went wrong on our side. Quote the request id when you report it.',
      requestId: expect.any(String),
    });
    expect(violations).toEqual([
      {
        operationId: 'getPet',
        requestId: expect.any(String),
        status: (output as { status: number }).status,
        faults: expect.any(Array),
      },
    ]);
    expect(JSON.stringify(violations).replaceAll('\\"', '"')).toContain(fault);
  });

  it('a missing required header', async () => {
    const { response, violations } = await ask('/pets', { listPets: () => ({ status: 200, body: [] }) });
    expect([response.status, violations]).toMatchObject([
      500,
      [{ faults: [{ parameter: 'X-Total', detail: 'is required' }] }],
    ]);
  });

  it('a header of the wrong type', async () => {
    const { response } = await ask('/pets', {
      listPets: () => ({ status: 200, body: [], headers: { 'x-total': 'many' } }),
    });
    expect(response.status).toBe(500);
  });

  it('a body where none is declared', async () => {
    const { response, violations } = await ask(
      '/pets:adopt',
      { adoptPet: () => ({ status: 202, body: {} }) },
      {},
      { method: 'POST' },
    );
    expect([response.status, violations]).toMatchObject([
      500,
      [{ faults: [{ detail: 'status 202 is declared without a body' }] }],
    ]);
  });

  it('a body for a status that never has one', async () => {
    const { response, violations } = await ask(
      '/pets/1',
      { deletePet: () => ({ status: 204, body: { a: 1 } }) },
      {},
      { method: 'DELETE', headers: { 'if-match': '"1"' } },
    );
    expect([response.status, violations]).toMatchObject([
      500,
      [{ faults: [{ pointer: '#', detail: 'status 204 cannot have a body' }] }],
    ]);
  });

  it('a success beside a declared one, where default describes failures', async () => {
    const output = { status: 201, body: { title: 'Made', status: 201 } };
    const { response, violations } = await ask('/pets/mine', { listOwnPets: () => output }, {}, login);
    expect([response.status, violations]).toMatchObject([
      500,
      [{ faults: [{ detail: 'status 201 is not declared' }] }],
    ]);
  });

  it('a choice of content types that is not made', async () => {
    const { response } = await ask('/pets/mine', { listOwnPets: () => ({ status: 200, body: [] }) }, {}, login);
    expect(response.status).toBe(500);
  });

  it('is written to console.error as one line by default', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    await ask('/pets/1', { getPet: () => ({ status: 418 }) }, { onResponseViolation: undefined });
    expect(error.mock.calls).toEqual([
      [expect.stringMatching(/^response-violation \{"operationId":"getPet".*status 418.*\}$/)],
    ]);
    error.mockRestore();
  });

  it('is sent as it is when validation is off', async () => {
    const { response, violations } = await ask(
      '/pets/1',
      { getPet: () => ({ status: 418, body: { a: 1 } }) },
      { validateResponses: false },
    );
    expect([response.status, await response.json(), violations]).toEqual([418, { a: 1 }, []]);
  });

  it.each([
    ['a body', { status: 200, body: { a: 1 } }, 200, '{"a":1}'],
    ['a status', { status: 418, body: { a: 1 } }, 418, '{"a":1}'],
    ['a content type', { status: 200, contentType: 'text/plain', body: 'Milo' }, 200, 'Milo'],
  ])('only reports %s that breaks the contract where it is told to', async (_, output, status, text) => {
    const { response, violations } = await ask('/pets/1', { getPet: () => output }, { validateResponses: 'log' });
    expect([response.status, await response.text(), violations.length]).toEqual([status, text, 1]);
  });

  it('answers 500 to what cannot be sent at all, also where it only reports', async () => {
    const getPet = () => ({ status: 200, body: () => 1 });
    const { response, violations } = await ask('/pets/1', { getPet }, { validateResponses: 'log' });
    expect([response.status, violations.length]).toEqual([500, 1]);
  });

  it('is off in production unless asked for', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const { response } = await ask('/pets/1', { getPet: () => ({ status: 418, body: {} }) });
    vi.unstubAllEnvs();
    expect(response.status).toBe(418);
  });
});

const login = { headers: { authorization: `Basic ${btoa('ann:secret')}` } };

describe('a response is written by its content type', () => {
  it('JSON as the client will see it: dates as text, undefined left out', async () => {
    const body = { ...pet, name: new Date(0), tags: undefined };
    const { response } = await ask('/pets/1', { getPet: () => ({ status: 200, body }) });
    expect([response.headers.get('content-type'), await response.json()]).toEqual([
      'application/json',
      { ...pet, name: '1970-01-01T00:00:00.000Z' },
    ]);
  });

  it('text in the type that the handler chose', async () => {
    const { response } = await ask(
      '/pets/mine',
      { listOwnPets: () => ({ status: 200, contentType: 'text/csv', body: 'Milo\n' }) },
      {},
      login,
    );
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['text/csv', 'Milo\n']);
  });

  it.each<readonly [string, unknown]>([
    ['bytes', new Uint8Array([1, 2])],
    ['a Blob', new Blob([new Uint8Array([1, 2])])],
    ['a stream', new Response(new Uint8Array([1, 2])).body],
    [
      'an async iterable',
      (async function* () {
        yield new Uint8Array([1]);
        yield new Uint8Array([2]);
      })(),
    ],
  ])('bytes from %s', async (_, body) => {
    const { response } = await ask('/pets/1/photo', { getPhoto: () => ({ status: 200, body }) });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2]);
  });

  it('nothing for 204', async () => {
    const { response } = await ask('/pets/1', {}, {}, { method: 'DELETE', headers: { 'if-match': '"1"' } });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([204, null, '']);
  });

  it('HEAD is answered by GET without its body', async () => {
    const { response } = await ask('/pets', {}, {}, { method: 'HEAD' });
    expect([response.status, response.headers.get('x-total'), await response.text()]).toEqual([200, '1', '']);
  });

  it('a status falls under its range or the default', async () => {
    const problem = { title: 'Teapot', status: 418 };
    const ranged = await ask(
      '/pets/1/photo',
      { putPhoto: () => ({ status: 418, body: problem }) },
      {},
      { method: 'PUT', body: 'x', headers: { 'content-type': 'image/png' } },
    );
    const fallback = await ask('/pets/mine', { listOwnPets: () => ({ status: 503, body: problem }) }, {}, login);
    expect([ranged.response.status, fallback.response.status]).toEqual([418, 503]);
    expect(ranged.response.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('errors of handlers', () => {
  it('a thrown problem that is declared is sent', async () => {
    const { HttpProblem } = petstore.generated;
    const { response } = await ask('/pets/1', {
      getPet: () => {
        throw new HttpProblem(404, {
          type: 'https://pets.example/gone',
          title: 'No such pet',
          detail: 'Pet 1 has left.',
          extensions: { petId: 1 },
        });
      },
    });
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      404,
      'application/problem+json',
      {
        type: 'https://pets.example/gone',
        title: 'No such pet',
        status: 404,
        detail: 'Pet 1 has left.',
        petId: 1,
        requestId: expect.any(String),
      },
    ]);
  });

  it('a thrown problem that is not declared breaks the contract', async () => {
    const { HttpProblem } = petstore.generated;
    const { response, violations } = await ask('/pets/1', {
      getPet: () => {
        throw new HttpProblem(409);
      },
    });
    expect([response.status, violations]).toMatchObject([
      500,
      [{ status: 409, faults: [{ detail: 'status 409 is not declared' }] }],
    ]);
  });

  it('anything else is a 500 that tells the client nothing and the log everything', async () => {
    const failure = new Error('password=hunter2');
    const { response, errors } = await ask('/pets/1', {
      getPet: () => {
        throw failure;
      },
    });
    expect([response.status, errors]).toEqual([500, [failure]]);
    expect(await response.text()).not.toContain('hunter2');
  });
});
