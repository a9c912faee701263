import { describe, expect, test } from 'vitest';
import type { OperationData } from '../../../generators/typescript-client/runtime/operation.ts';
import { unwrap } from '../../../generators/typescript-client/runtime/result.ts';
import { get, json, useServer } from './support/server.ts';

const http = useServer();

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
    http.answer = (response) => response.writeHead(status, { 'content-type': type, 'x-a': 'b' }).end(body);
    return http.send(operation);
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
    http.answer = (response) => response.writeHead(204).end();
    expect(await http.send(get)).toMatchObject({ status: 204, contentType: undefined, body: undefined });
    http.answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end();
    expect(await http.send({ ...get, method: 'HEAD' })).toMatchObject({ status: 200, body: undefined });
  });
});

describe('unwrap', () => {
  test('gives the body of a success and throws any other declared response', async () => {
    http.answer = (response, _seen, count) => json(response, count === 1 ? 200 : 404, { count });
    const operation: OperationData = {
      ...get,
      responses: { 200: { 'application/json': 'json' }, 404: { 'application/json': 'json' } },
    };
    expect(await unwrap(http.send(operation))).toEqual({ count: 1 });
    await expect(unwrap(http.send(operation))).rejects.toMatchObject({
      name: 'ResponseError',
      status: 404,
      result: { body: { count: 2 } },
    });
  });
});
