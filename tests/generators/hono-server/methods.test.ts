import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { generateInto, moduleUrl, readText, type Written } from './generate.ts';
import type { App } from './petstore.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'patch', 'trace', 'query'];
const additional = ['COPY', 'PURGE'];
const responses = `responses: { '200': { description: Fine., content: { text/plain: { schema: { type: string } } } } }`;
const text = `
openapi: 3.2.0
info: { title: Methods, version: 1.0.0 }
paths:
  /thing:
${methods.map((method) => `    ${method}: { operationId: ${method}Thing, ${responses} }`).join('\n')}
    additionalOperations:
${additional.map((method) => `      ${method}: { operationId: ${method}Thing, ${responses} }`).join('\n')}
`;

interface Generated {
  createRoutes(handlers: object, options: object): App;
}

let written: Written;
let server: ReturnType<typeof serve>;
beforeAll(async () => {
  written = generateInto(honoServer, readText(text));
  const generated: Generated = await import(/* @vite-ignore */ moduleUrl(written, 'index.ts'));
  const answer = (_: unknown, { request }: { request: Request }) => ({ status: 200, body: `${request.method} it is` });
  const names = [...methods.map((method) => `${method}Thing`), 'copyThing', 'purgeThing'];
  const app = generated.createRoutes(Object.fromEntries(names.map((name) => [name, answer])), { deps: {} });
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await once(server, 'close');
  written.remove();
});

it.each([...methods.map((method) => method.toUpperCase()), ...additional])('%s reaches its handler', async (method) => {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(`${method} /thing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).toContain(`${method} it is`);
});
