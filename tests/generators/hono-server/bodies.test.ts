import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorised, type Body, generatePetstore, type Input, type Petstore } from './petstore.ts';

let petstore: Petstore;
beforeAll(async () => {
  petstore = await generatePetstore();
});
afterAll(() => petstore.written.remove());

const json = { ...authorised, 'content-type': 'application/json' };

async function post(body: Body | null, headers: Record<string, string>, options?: object) {
  const { app, last } = petstore.start({}, options);
  const response = await app.request('/pets', { method: 'POST', body, headers });
  const answer = await response.json();
  return { status: response.status, answer, input: last() };
}

describe('JSON', () => {
  it('reaches the handler with its content type', async () => {
    const { status, input } = await post('{"name":"Milo","kind":"cat"}', {
      ...json,
      'content-type': 'Application/JSON; charset=UTF-8',
    });
    expect([status, input?.body, input?.contentType]).toEqual([201, { name: 'Milo', kind: 'cat' }, 'application/json']);
  });

  const broken: ReadonlyArray<readonly [string, string, RegExp]> = [
    ['is not JSON', '{"name":', /not legal JSON/],
    ['nothing', '', /A body is required/],
    ['a member too few', '{"name":"Milo"}', /"#\/kind","detail":"is missing"/],
    ['a member too many', '{"name":"Milo","kind":"cat","age":3}', /"#\/age","detail":"is not allowed"/],
    ['a value of the wrong type', '{"name":5,"kind":"cat"}', /must be a string/],
    ['a value that is not listed', '{"name":"Milo","kind":"bird"}', /must be one of "cat", "dog"/],
    ['a member that reaches the prototype', '{"name":"Milo","kind":"cat","__proto__":{"a":1}}', /__proto__/],
    ['the same, escaped', '{"name":"Milo","kind":"cat","\\u005f_proto__":{}}', /__proto__/],
    ['a constructor with a prototype', '{"constructor":{"prototype":{}}}', /constructor/],
    ['a member whose name is half a character', '{"\\ud800":1}', /no text/],
    ['thousands of levels', '['.repeat(50_000) + ']'.repeat(50_000), /deeper than 128 levels/],
  ];
  it.each(broken)('%s is a 400', async (_, body, detail) => {
    const { status, answer } = await post(body, json);
    expect([status, answer.title, JSON.stringify(answer.errors).replaceAll('\\"', '"')]).toEqual([
      400,
      'Bad request',
      expect.stringMatching(detail),
    ]);
  });

  it('points at every fault', async () => {
    const { answer } = await post('{"name":"","kind":"cat","tags":["ok",3]}', json);
    expect(answer).toEqual({
      type: 'about:blank',
      title: 'Bad request',
      status: 400,
      detail: 'The body does not keep to the contract: 2 faults.',
      requestId: expect.any(String),
      errors: [
        { pointer: '#/name', detail: 'must have at least 1 character' },
        { pointer: '#/tags/1', detail: 'must be a string' },
      ],
    });
  });

  it('is refused in an encoding that is no UTF-8', async () => {
    const { status, answer } = await post(new Uint8Array([0x22, 0xff, 0x22]), json);
    expect([status, answer.detail]).toEqual([400, 'The body is not legal utf-8 text.']);
  });

  it('is refused when it is compressed', async () => {
    const { status } = await post('x', { ...json, 'content-encoding': 'gzip' });
    expect(status).toBe(415);
  });

  it('is refused beyond the limit, announced or not', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(200), kind: 'cat' });
    const announced = await post(body, { ...json, 'content-length': String(body.length) }, { maxBodyBytes: 100 });
    const silent = await post(body, json, { maxBodyBytes: () => 100 });
    expect([announced.status, silent.status]).toEqual([413, 413]);
  });
});

describe('other media types', () => {
  it('one that is not declared is a 415 that lists the others', async () => {
    const { status, answer } = await post('<pet/>', { ...authorised, 'content-type': 'application/xml' });
    expect([status, answer.errors]).toEqual([
      415,
      [
        {
          parameter: 'Content-Type',
          in: 'header',
          detail: 'must be one of application/json, application/x-www-form-urlencoded',
        },
      ],
    ]);
  });

  it('a body without a content type is a 415', async () => {
    const { status } = await post(new TextEncoder().encode('{}'), authorised);
    expect(status).toBe(415);
  });

  it('urlencoded members are converted by schema', async () => {
    const form = new URLSearchParams([
      ['name', 'Milo & co'],
      ['kind', 'cat'],
      ['tags', 'a'],
      ['tags', 'b'],
      ['weight', '3.5'],
    ]);
    const { status, input } = await post(form, authorised);
    expect([status, input?.contentType, input?.body]).toEqual([
      201,
      'application/x-www-form-urlencoded',
      { name: 'Milo & co', kind: 'cat', tags: ['a', 'b'], weight: 3.5 },
    ]);
  });

  it('urlencoded members that nobody declared are faults where the schema is closed', async () => {
    const { status, answer } = await post('name=Milo&kind=cat&age=3', {
      ...authorised,
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([status, answer.errors]).toEqual([400, [{ pointer: '#/age', detail: 'is not allowed' }]]);
  });

  it('text is text, and optional where the contract says so', async () => {
    const { app } = petstore.start();
    const text = { 'content-type': 'text/plain' };
    const note = await app.request('/notes/a.b', { method: 'PUT', body: 'hello', headers: text });
    const none = await app.request('/notes/a.b', { method: 'PUT' });
    const long = await app.request('/notes/a.b', { method: 'PUT', body: 'x'.repeat(11), headers: text });
    expect([await note.text(), await none.text(), long.status]).toEqual(['a b hello', 'a b undefined', 422]);
  });
});

describe('files', () => {
  async function put(body: Body, headers: Record<string, string>, handle: (input: Input) => unknown) {
    const { app } = petstore.start({
      putPhoto: async (input) => ({ status: 200, body: await handle(input) }),
    });
    return app.request('/pets/1/photo', { method: 'PUT', body, headers: { ...authorised, ...headers } });
  }

  it('stream to the handler, which sees them arrive', async () => {
    const response = await put(new Uint8Array(70_000), { 'content-type': 'image/png' }, async ({ body }) => {
      let bytes = 0;
      for await (const chunk of body as ReadableStream<Uint8Array>) bytes += chunk.byteLength;
      return { bytes };
    });
    expect(await response.json()).toEqual({ bytes: 70_000 });
  });

  it('end in a 413 when they outgrow the limit on the way', async () => {
    const { app } = petstore.start(
      {
        putPhoto: async ({ body }) => ({
          status: 200,
          body: { bytes: await new Response(body as ReadableStream).arrayBuffer() },
        }),
      },
      { maxBodyBytes: 1000 },
    );
    const chunk = new Uint8Array(600);
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(chunk);
        controller.enqueue(chunk);
        controller.close();
      },
    });
    const request = { method: 'PUT', body, duplex: 'half', headers: { ...authorised, 'content-type': 'image/png' } };
    expect((await app.request('/pets/1/photo', request as RequestInit)).status).toBe(413);
  });

  it('arrive in forms beside converted text and JSON', async () => {
    const form = new FormData();
    form.append('photo', new File(['PNG'], 'milo.png', { type: 'image/png' }));
    form.append('extra', new File(['1'], 'one.png'));
    form.append('extra', new File(['2'], 'two.png'));
    form.append('caption', 'Milo');
    form.append('about', new Blob(['{"year":2020}'], { type: 'application/json' }));
    form.append('scores', '1');
    form.append('scores', '2');
    let seen: unknown;
    const response = await put(form, {}, async ({ body }) => {
      const { photo, extra, ...rest } = body as { photo: File; extra: File[] };
      seen = { ...rest, photo: photo.name, extra: extra.map((file) => file.name) };
      return { bytes: photo.size };
    });
    expect([response.status, seen]).toEqual([
      200,
      { photo: 'milo.png', extra: ['one.png', 'two.png'], caption: 'Milo', about: { year: 2020 }, scores: [1, 2] },
    ]);
  });

  it('of forms are checked like everything else', async () => {
    const form = new FormData();
    form.append('caption', 'x'.repeat(21));
    form.append('about', '{}');
    const response = await put(form, {}, () => ({ bytes: 0 }));
    expect([response.status, (await response.json()).errors]).toEqual([
      400,
      [
        { pointer: '#/photo', detail: 'is missing' },
        { pointer: '#/caption', detail: 'must have at most 20 characters' },
        { pointer: '#/about/year', detail: 'is missing' },
      ],
    ]);
  });

  it('in a broken form are a 400', async () => {
    const response = await put('no boundary', { 'content-type': 'multipart/form-data; boundary=x' }, () => ({
      bytes: 0,
    }));
    expect(response.status).toBe(400);
  });

  it('may be taken apart by a parser of the application, which refuses as it likes', async () => {
    const { HttpProblem } = petstore.generated;
    const parse = async (request: Request): Promise<FormData> => {
      if (request.headers.has('x-refuse')) throw new HttpProblem(413, { detail: 'Too large for the disk.' });
      const form = new FormData();
      form.append('photo', new File(['from disk'], 'spooled.png'));
      return form;
    };
    const handlers = {
      putPhoto: ({ body }: Input) => ({ status: 200, body: { bytes: (body as { photo: File }).photo.size } }),
    };
    const { app } = petstore.start(handlers, { parseMultipart: parse });
    const headers = { ...authorised, 'content-type': 'multipart/form-data; boundary=x' };
    const taken = await app.request('/pets/1/photo', { method: 'PUT', body: 'x', headers });
    const refused = await app.request('/pets/1/photo', {
      method: 'PUT',
      body: 'x',
      headers: { ...headers, 'x-refuse': '1' },
    });
    expect([await taken.json(), refused.status, (await refused.json()).detail]).toEqual([
      { bytes: 9 },
      413,
      'Too large for the disk.',
    ]);
  });
});
