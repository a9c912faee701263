import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorised, generatePetstore, type Petstore, type Started } from './petstore.ts';

let petstore: Petstore;
let started: Started;
let server: ReturnType<typeof serve>;
let url: string;

beforeAll(async () => {
  petstore = await generatePetstore();
  started = petstore.start({
    putPhoto: async ({ body }) => ({
      status: 200,
      body: { bytes: (await new Response(body as ReadableStream).arrayBuffer()).byteLength },
    }),
  });
  server = serve({ fetch: started.app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await once(server, 'close');
  petstore.written.remove();
});

it('serves GET with converted parameters', async () => {
  const response = await fetch(`${url}/pets?tags=a&tags=b&filter[age]=3`, { headers: authorised });
  expect([response.status, started.last()?.query]).toEqual([200, { limit: 20, tags: ['a', 'b'], filter: { age: 3 } }]);
});

it('reads JSON bodies', async () => {
  const body = JSON.stringify({ name: 'Milo', kind: 'cat' });
  const response = await fetch(`${url}/pets`, {
    method: 'POST',
    body,
    headers: { ...authorised, 'content-type': 'application/json' },
  });
  expect([response.status, response.headers.get('location')]).toEqual([201, '/pets/1']);
});

it('refuses a body that is too large and goes on answering', async () => {
  const body = 'x'.repeat(2_000_000);
  const response = await fetch(`${url}/pets`, {
    method: 'POST',
    body,
    headers: { ...authorised, 'content-type': 'application/json' },
  });
  expect(response.status).toBe(413);
  expect((await fetch(`${url}/pets/1`, { headers: authorised })).status).toBe(200);
});

it('streams uploads', async () => {
  const body = new Uint8Array(500_000);
  const response = await fetch(`${url}/pets/1/photo`, {
    method: 'PUT',
    body,
    headers: { ...authorised, 'content-type': 'image/png' },
  });
  expect(await response.json()).toEqual({ bytes: 500_000 });
});

it('answers a POST without any body', async () => {
  expect(await raw('POST /pets:adopt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 202 /);
});

it('answers HEAD without a body and with the headers of GET', async () => {
  const response = await fetch(`${url}/pets`, { method: 'HEAD', headers: authorised });
  expect([response.status, response.headers.get('x-total'), await response.text()]).toEqual([200, '1', '']);
});

it('answers malformed encodings with a 400 and unknown paths with a 404', async () => {
  expect(
    await raw('GET /pets/%ff HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer good\r\nConnection: close\r\n\r\n'),
  ).toMatch(/^HTTP\/1.1 400 /);
  expect(await raw('GET /%2e%2e/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 404 /);
});

/** Bytes that no HTTP client would send. */
async function raw(text: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}
