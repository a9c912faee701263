import { describe, expect, test } from 'vitest';
import type { OperationData } from '../../../generators/typescript-client/runtime/operation.ts';
import { connect } from '../../../generators/typescript-client/runtime/transport.ts';
import { get, post, type Seen, service, useServer } from './support/server.ts';

const http = useServer();

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
    await http.send(
      operation,
      input,
      { baseUrl: `${http.base}/v1/`, headers: { 'x-client': 'c' } },
      { headers: { 'x-call': 'd' } },
    );
    expect(http.seen).toMatchObject([
      {
        method: 'GET',
        url: '/v1/things/a%2Fb?q=1&q=2',
        headers: { 'x-trace': 't', 'x-client': 'c', 'x-call': 'd', cookie: 'theme=dark', accept: 'application/json' },
      },
    ]);
  });

  test('headers of the client replace its own, however they are spelt', async () => {
    await http.send(get, {}, { headers: { Accept: 'text/csv' } });
    expect(http.seen).toMatchObject([{ headers: { accept: 'text/csv' } }]);
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
    await http.send(operation, { body: value });
    expect(http.seen[0]).toMatchObject({ headers: { 'content-type': contentType }, body: text });
  });

  test('carry files and fields of a multipart form', async () => {
    const operation = body({
      'multipart/form-data': { kind: 'multipart', encoding: { meta: { contentType: 'application/json' } } },
    });
    const file = new File(['abc'], 'a.wav', { type: 'audio/wav' });
    await http.send(operation, {
      body: { file, raw: new Uint8Array([65]), meta: { a: 1 }, plain: { b: 2 }, tags: ['x', 'y'], no: undefined },
    });
    const { headers, body: sent } = http.seen[0] as Seen;
    const parts = sent
      .split(/--[^\r\n]+(?:\r\n|$)/)
      .slice(1, -1)
      .map((part) => part.trim().replaceAll('\r\n', '\n'));
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(parts).toEqual([
      'Content-Disposition: form-data; name="file"; filename="a.wav"\nContent-Type: audio/wav\n\nabc',
      'Content-Disposition: form-data; name="raw"; filename="blob"\nContent-Type: application/octet-stream\n\nA',
      'Content-Disposition: form-data; name="meta"\nContent-Type: application/json\n\n{"a":1}',
      'Content-Disposition: form-data; name="plain"\nContent-Type: application/json\n\n{"b":2}',
      'Content-Disposition: form-data; name="tags"\n\nx',
      'Content-Disposition: form-data; name="tags"\n\ny',
    ]);
  });

  test('carry a stream as it is read', async () => {
    const stream = new Blob(['one ', 'two']).stream();
    await http.send(body({ 'application/octet-stream': { kind: 'binary' } }), { body: stream });
    expect(http.seen[0]).toMatchObject({ body: 'one two', headers: { 'transfer-encoding': 'chunked' } });
  });

  test('carry what is made while it is sent, as bytes and as text', async () => {
    async function* parts() {
      yield new TextEncoder().encode('one ');
      yield 'é';
    }
    await http.send(body({ 'application/octet-stream': { kind: 'binary' } }), { body: parts() });
    expect(http.seen[0]).toMatchObject({ body: 'one \u00c3\u00a9', headers: { 'transfer-encoding': 'chunked' } });
  });

  test('end what makes their body when they fail', async () => {
    let ended = false;
    async function* endless() {
      try {
        while (true) yield 'x'.repeat(1000);
      } finally {
        ended = true;
      }
    }
    const call = http.send(
      body({ 'application/octet-stream': { kind: 'binary' } }),
      { body: endless() },
      {},
      { timeout: 100 },
    );
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect.poll(() => ended).toBe(true);
  });

  test('name one of several content types, and no other', async () => {
    const operation = body({ 'application/json': { kind: 'json' }, 'image/*': { kind: 'binary' } });
    await http.send(operation, { body: new Blob(['x']), contentType: 'image/gif' });
    expect(http.seen[0]).toMatchObject({ headers: { 'content-type': 'image/gif' }, body: 'x' });
    await expect(http.send(operation, { body: 'x', contentType: 'text/plain' })).rejects.toThrow(
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
