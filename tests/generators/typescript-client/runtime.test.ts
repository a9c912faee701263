import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CallOptions,
  ServiceData,
  TransportConfig,
} from '../../../generators/typescript-client/runtime/config.ts';
import type { OperationData, OperationInput } from '../../../generators/typescript-client/runtime/operation.ts';
import type { ReadResult } from '../../../generators/typescript-client/runtime/response.ts';
import { unwrap } from '../../../generators/typescript-client/runtime/result.ts';
import { connect } from '../../../generators/typescript-client/runtime/transport.ts';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Answer = (response: ServerResponse, seen: Seen, count: number) => void;

let server: Server;
let base: string;
let seen: Seen[];
let answer: Answer;

beforeEach(async () => {
  seen = [];
  answer = (response) => response.writeHead(204).end();
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(chunks).toString('latin1') });
    answer(response, seen.at(-1) as Seen, seen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const service: ServiceData = {
  servers: [{ url: 'https://{region}.example/v1', variables: { region: 'eu' } }],
  securitySchemes: {
    Token: { type: 'bearer' },
    Login: { type: 'basic' },
    Key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    QueryKey: { type: 'apiKey', in: 'query', name: 'key' },
    Session: { type: 'apiKey', in: 'cookie', name: 'session' },
  },
};

const get: OperationData = {
  id: 'get',
  method: 'GET',
  path: '/things',
  responses: { 204: {}, 200: { 'application/json': 'json' } },
};
const post: OperationData = { ...get, id: 'post', method: 'POST' };

function send(
  operation: OperationData,
  input: OperationInput = {},
  config: TransportConfig = {},
  options?: CallOptions,
): Promise<ReadResult> {
  return connect(service, { baseUrl: base, ...config }).send<ReadResult>(operation, input, options);
}

function json(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

describe('responses', () => {
  const operation: OperationData = {
    ...get,
    responses: {
      200: { 'application/json': 'json', 'text/*': 'text', 'application/octet-stream': 'binary' },
      202: { 'text/event-stream': 'stream' },
      203: { 'multipart/form-data': 'multipart' },
      404: { 'application/problem+json': 'json' },
      '4XX': { 'application/json': 'json' },
      default: { 'text/plain': 'text' },
    },
  };
  const reply = (status: number, type: string, body: string) => {
    answer = (response) => response.writeHead(status, { 'content-type': type, 'x-a': 'b' }).end(body);
    return send(operation);
  };

  test('are read as declared for their status and content type', async () => {
    const result = await reply(200, 'application/json; charset=utf-8', '{"a":1}');
    expect(result).toMatchObject({ status: 200, contentType: 'application/json', body: { a: 1 } });
    expect(result.headers.get('x-a')).toBe('b');
    expect(await reply(200, 'text/csv', 'a,b')).toMatchObject({ contentType: 'text/*', body: 'a,b' });
    const bytes = await reply(200, 'application/octet-stream', 'abc');
    expect(await (bytes.body as Blob).text()).toBe('abc');
    const stream = await reply(202, 'text/event-stream', 'data: 1\n\n');
    expect(await new Response(stream.body as ReadableStream).text()).toBe('data: 1\n\n');
    const form = await reply(
      203,
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
    );
    expect((form.body as FormData).get('a')).toBe('1');
  });

  test('of a range or of any other status fall to the range, then to default', async () => {
    expect(await reply(404, 'application/problem+json', '{"t":1}')).toMatchObject({
      status: 404,
      contentType: 'application/problem+json',
    });
    expect(await reply(418, 'application/json', '{"t":2}')).toMatchObject({ status: 418, body: { t: 2 } });
    expect(await reply(500, 'text/plain', 'oops')).toMatchObject({ status: 500, body: 'oops' });
  });

  test('in another kind of JSON than declared are read as what is declared', async () => {
    expect(await reply(404, 'application/json', '{}')).toMatchObject({
      contentType: 'application/problem+json',
      body: {},
    });
  });

  test.each([
    ['an undeclared success', 201, 'application/json', '{}', 'get: The status 201 is not declared.'],
    [
      'an undeclared content type',
      500,
      'text/html',
      '<h1>',
      'get: The response 500 is text/html, declared are text/plain.',
    ],
    ['broken JSON', 200, 'application/json', '{', 'get: The body of the response 200 is not JSON.'],
  ])('%s is an error that holds the text', async (_claim, status, type, body, message) => {
    await expect(reply(status, type, body)).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      message,
      status,
      text: body,
    });
  });

  test('without a body have none', async () => {
    answer = (response) => response.writeHead(204).end();
    expect(await send(get)).toMatchObject({ status: 204, contentType: undefined, body: undefined });
    answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end();
    expect(await send({ ...get, method: 'HEAD' })).toMatchObject({ status: 200, body: undefined });
  });
});

describe('unwrap', () => {
  test('gives the body of a success and throws any other declared response', async () => {
    answer = (response, _seen, count) => json(response, count === 1 ? 200 : 404, { count });
    const operation: OperationData = {
      ...get,
      responses: { 200: { 'application/json': 'json' }, 404: { 'application/json': 'json' } },
    };
    expect(await unwrap(send(operation))).toEqual({ count: 1 });
    await expect(unwrap(send(operation))).rejects.toMatchObject({
      name: 'ResponseError',
      status: 404,
      result: { body: { count: 2 } },
    });
  });
});

describe('requests', () => {
  test('carry parameters in their places, the headers of the client and of the call, and ask for what is declared', async () => {
    const operation: OperationData = {
      ...get,
      path: '/things/{id}',
      parameters: [
        { in: 'path', name: 'id' },
        { in: 'query', name: 'q' },
        { in: 'header', name: 'X-Trace' },
        { in: 'cookie', name: 'theme' },
      ],
    };
    const input = {
      path: { id: 'a/b' },
      query: { q: [1, 2] },
      headers: { 'X-Trace': 't' },
      cookies: { theme: 'dark' },
    };
    await send(
      operation,
      input,
      { baseUrl: `${base}/v1/`, headers: { 'x-client': 'c' } },
      { headers: { 'x-call': 'd' } },
    );
    expect(seen).toMatchObject([
      {
        method: 'GET',
        url: '/v1/things/a%2Fb?q=1&q=2',
        headers: { 'x-trace': 't', 'x-client': 'c', 'x-call': 'd', cookie: 'theme=dark', accept: 'application/json' },
      },
    ]);
  });

  test('headers of the client replace its own, however they are spelt', async () => {
    await send(get, {}, { headers: { Accept: 'text/csv' } });
    expect(seen).toMatchObject([{ headers: { accept: 'text/csv' } }]);
  });

  const body = (content: NonNullable<OperationData['body']>['content']): OperationData => ({
    ...post,
    body: { content },
  });

  test.each([
    ['JSON', body({ 'application/json': { kind: 'json' } }), { a: 'é' }, 'application/json', '{"a":"\u00c3\u00a9"}'],
    [
      'a JSON string',
      body({ 'application/merge-patch+json': { kind: 'json' } }),
      'x',
      'application/merge-patch+json',
      '"x"',
    ],
    ['text', body({ 'text/plain': { kind: 'text' } }), 'hi', 'text/plain', 'hi'],
    ['bytes', body({ 'image/png': { kind: 'binary' } }), new Uint8Array([1, 2]), 'image/png', '\u0001\u0002'],
    ['a Blob', body({ '*/*': { kind: 'binary' } }), new Blob(['x']), 'application/octet-stream', 'x'],
    [
      'a form',
      body({
        'application/x-www-form-urlencoded': {
          kind: 'form',
          encoding: { tags: { style: 'pipeDelimited', explode: false } },
        },
      }),
      { name: 'a b', tags: ['x', 'y'], all: [1, 2], deep: { a: 1 }, none: undefined },
      'application/x-www-form-urlencoded',
      'name=a%20b&tags=x%7Cy&all=1&all=2&deep=%7B%22a%22%3A1%7D',
    ],
  ] as const)('carry %s', async (_kind, operation, value, contentType, text) => {
    await send(operation, { body: value });
    expect(seen[0]).toMatchObject({ headers: { 'content-type': contentType }, body: text });
  });

  test('carry files and fields of a multipart form', async () => {
    const operation = body({
      'multipart/form-data': { kind: 'multipart', encoding: { meta: { contentType: 'application/json' } } },
    });
    const file = new File(['abc'], 'a.wav', { type: 'audio/wav' });
    await send(operation, {
      body: { file, raw: new Uint8Array([65]), meta: { a: 1 }, plain: { b: 2 }, tags: ['x', 'y'], no: undefined },
    });
    const { headers, body: sent } = seen[0] as Seen;
    const parts = sent
      .split(/--[^\r\n]+(?:\r\n|$)/)
      .slice(1, -1)
      .map((part) => part.trim().replaceAll('\r\n', '\n'));
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(parts).toEqual([
      'Content-Disposition: form-data; name="file"; filename="a.wav"\nContent-Type: audio/wav\n\nabc',
      'Content-Disposition: form-data; name="raw"; filename="blob"\nContent-Type: application/octet-stream\n\nA',
      'Content-Disposition: form-data; name="meta"; filename="blob"\nContent-Type: application/json\n\n{"a":1}',
      'Content-Disposition: form-data; name="plain"\n\n{"b":2}',
      'Content-Disposition: form-data; name="tags"\n\nx',
      'Content-Disposition: form-data; name="tags"\n\ny',
    ]);
  });

  test('carry a stream as it is read', async () => {
    const stream = new Blob(['one ', 'two']).stream();
    await send(body({ 'application/octet-stream': { kind: 'binary' } }), { body: stream });
    expect(seen[0]).toMatchObject({ body: 'one two', headers: { 'transfer-encoding': 'chunked' } });
  });

  test('name one of several content types, and no other', async () => {
    const operation = body({ 'application/json': { kind: 'json' }, 'image/*': { kind: 'binary' } });
    await send(operation, { body: new Blob(['x']), contentType: 'image/gif' });
    expect(seen[0]).toMatchObject({ headers: { 'content-type': 'image/gif' }, body: 'x' });
    await expect(send(operation, { body: 'x', contentType: 'text/plain' })).rejects.toThrow(
      'post: The body cannot be text/plain. Declared are application/json, image/*.',
    );
  });
});

describe('where requests go', () => {
  test('the first server of the contract, an operation’s own server, or a function of the operation', async () => {
    const urls: string[] = [];
    const fetch = async (request: Request) => {
      urls.push(request.url);
      return new Response(null, { status: 204 });
    };
    await connect(service, { fetch }).send(get, {});
    await connect(service, { fetch }).send({ ...get, servers: [{ url: 'https://other.example' }] }, {});
    await connect(service, { fetch, baseUrl: ({ id }) => `https://${id}.example/` }).send(get, {});
    expect(urls).toEqual([
      'https://eu.example/v1/things',
      'https://other.example/things',
      'https://get.example/things',
    ]);
  });

  test('nowhere, when the contract names no full URL and none is passed', async () => {
    const transport = connect({ ...service, servers: [{ url: '/v1' }] }, {});
    await expect(transport.send(get, {})).rejects.toThrow(
      'get: The address of the service is not known: /v1 is no full URL. Pass baseUrl.',
    );
  });
});

describe('credentials', () => {
  const secured = (...security: (readonly string[])[]): OperationData => ({ ...get, security });

  test('of each kind go where their scheme says', async () => {
    const credentials = {
      Token: () => 'fresh',
      Login: { username: 'é', password: 'p' },
      Key: 'k',
      QueryKey: 'q&',
      Session: 's',
    };
    for (const scheme of Object.keys(credentials)) await send(secured([scheme]), {}, { credentials });
    expect(
      seen.map(({ url, headers: { authorization, cookie, 'x-key': key } }) => ({ url, authorization, cookie, key })),
    ).toEqual([
      { url: '/things', authorization: 'Bearer fresh', cookie: undefined, key: undefined },
      {
        url: '/things',
        authorization: `Basic ${Buffer.from('é:p').toString('base64')}`,
        cookie: undefined,
        key: undefined,
      },
      { url: '/things', authorization: undefined, cookie: undefined, key: 'k' },
      { url: '/things?key=q%26', authorization: undefined, cookie: undefined, key: undefined },
      { url: '/things', authorization: undefined, cookie: 'session=s', key: undefined },
    ]);
  });

  test('are those of the first requirement that can be met whole', async () => {
    const operation = secured(['Token', 'Key'], ['Key', 'Session'], ['Session']);
    await send(operation, {}, { credentials: { Key: 'k', Session: async () => 's' } });
    expect(seen[0]?.headers).toMatchObject({ 'x-key': 'k', cookie: 'session=s' });
  });

  test('are not sent where nobody asks for them, and sent where they are optional', async () => {
    await send(get, {}, { credentials: { Token: 't' } });
    await send(secured([], ['Token']), {}, { credentials: { Token: 't' } });
    await send(secured([], ['Token']), {}, {});
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer t', undefined]);
  });
});

describe('retries', () => {
  const retry = { attempts: 3, delay: 1 };
  const failing: Answer = (response, _seen, count) =>
    count < 3 ? json(response, 503, {}) : json(response, 200, { count });
  const result = { status: 200, body: { count: 3 } };

  test('repeat what is idempotent until it succeeds', async () => {
    answer = failing;
    expect(await send(get, {}, { retry })).toMatchObject(result);
    expect(seen).toHaveLength(3);
  });

  test('repeat a POST that has a key, and no other', async () => {
    answer = failing;
    const keyed: OperationData = {
      ...post,
      parameters: [{ in: 'header', name: 'Idempotency-Key' }],
      body: { content: { 'application/json': { kind: 'json' } } },
    };
    expect(await send(keyed, { headers: { 'Idempotency-Key': 'k' }, body: { a: 1 } }, { retry })).toMatchObject(result);
    expect(seen.map(({ headers, body }) => [headers['idempotency-key'], body])).toEqual(
      Array(3).fill(['k', '{"a":1}']),
    );
    seen.length = 0;
    await expect(send(post, {}, { retry })).rejects.toMatchObject({ status: 503 });
    expect(seen).toHaveLength(1);
  });

  test('never repeat a stream, which is spent', async () => {
    answer = failing;
    const put: OperationData = {
      ...get,
      method: 'PUT',
      body: { content: { 'application/octet-stream': { kind: 'binary' } } },
    };
    await expect(send(put, { body: new Blob(['x']).stream() }, { retry })).rejects.toMatchObject({ status: 503 });
    expect(seen).toHaveLength(1);
  });

  test('are off by default, and for a call that says so', async () => {
    answer = failing;
    await expect(send(get)).rejects.toMatchObject({ status: 503 });
    await expect(send(get, {}, { retry }, { retry: false })).rejects.toMatchObject({ status: 503 });
    expect(seen).toHaveLength(2);
  });

  test('end with the last response, and leave declared failures alone', async () => {
    answer = (response) => json(response, 503, {});
    await expect(send(get, {}, { retry })).rejects.toMatchObject({ status: 503 });
    expect(seen).toHaveLength(3);
    answer = (response) => json(response, 404, {});
    await expect(send(get, {}, { retry })).rejects.toMatchObject({ status: 404 });
    expect(seen).toHaveLength(4);
  });

  test('wait as long as the server asks, and give up when that is too long', async () => {
    answer = (response, _seen, count) => {
      if (count > 1) return json(response, 200, {});
      response.writeHead(429, { 'retry-after': '1' }).end();
    };
    const started = Date.now();
    expect(await send(get, {}, { retry })).toMatchObject({ status: 200 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(990);
    seen.length = 0;
    answer = (response) =>
      response.writeHead(429, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }).end();
    await expect(send(get, {}, { retry })).rejects.toMatchObject({ status: 429 });
    expect(seen).toHaveLength(1);
  });

  test('repeat after a broken connection', async () => {
    answer = (response, _seen, count) => (count === 1 ? response.destroy() : json(response, 200, { count: 3 }));
    expect(await send(get, {}, { retry })).toMatchObject(result);
  });

  test('stop waiting when the caller gives up', async () => {
    answer = (response) => json(response, 503, {});
    const controller = new AbortController();
    const call = send(get, {}, { retry: { delay: 60_000, maxDelay: 60_000 } }, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(call).rejects.toThrow('enough');
  });
});

describe('failures', () => {
  test('a response that does not come in time is a TimeoutError', async () => {
    answer = () => {};
    await expect(send(get, {}, { timeout: 30 })).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'get: No response came in time.',
    });
    answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    await expect(send(get, {}, {}, { timeout: 30 })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('what the caller aborts is thrown as the caller’s reason', async () => {
    answer = () => {};
    const controller = new AbortController();
    const call = send(get, {}, { timeout: 10_000 }, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 20);
    await expect(call).rejects.toThrow('enough');
    await expect(send(get, {}, {}, { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });

  test('an unreachable server is a ConnectionError', async () => {
    const call = send(get, {}, { baseUrl: 'http://127.0.0.1:1' });
    await expect(call).rejects.toMatchObject({ name: 'ConnectionError', operation: 'get' });
  });
});

describe('middleware', () => {
  test('surrounds each attempt, the first one outermost, and may answer itself', async () => {
    answer = (response, _seen, count) => (count === 1 ? json(response, 503, {}) : json(response, 200, {}));
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
    await send(get, {}, { middleware: [note('x-a'), note('x-b')], retry: { delay: 1 } });
    const attempt = (status: number) => ['x-a get', 'x-b get', `x-b ${status}`, `x-a ${status}`];
    expect(log).toEqual([...attempt(503), ...attempt(200)]);
    expect(seen[0]?.headers).toMatchObject({ 'x-a': '1', 'x-b': '1' });
    const cached = await send(get, {}, { middleware: [async () => Response.json({ cached: true })] });
    expect(cached.body).toEqual({ cached: true });
    expect(seen).toHaveLength(2);
  });
});
