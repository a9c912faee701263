import type { Cause } from './cause.ts';

const problem = `{ description: Wrong., content: { application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } } }`;

export const operations: readonly Cause[] = [
  {
    claim: 'a range of statuses leaves out those that are declared beside it',
    document: `
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: Found., content: { application/json: { schema: { type: string } } } }
        '404': { description: None. }
        4XX: ${problem}
        5xx: ${problem}
components:
  schemas:
    Problem: { type: object, required: [title], properties: { title: { type: string } } }`,
    client: `
import { createClient } from './index.js';
export async function read(): Promise<string> {
  const result = await createClient().getPet({ path: { id: '1' } });
  if (result.status === 200) return result.body;
  if (result.status === 404) return result.body satisfies undefined ?? 'none';
  result.status satisfies 400 | 403 | 409 | 418 | 500 | 503 | number;
  return result.body.title;
}`,
    server: `
import type { Handlers } from './index.js';
export const handlers = {
  getPet: ({ path }) => (path.id === '1' ? { status: 200, body: 'cat' } : { status: 418, body: { title: 'No.' } }),
} satisfies Handlers<unknown>;
export const wrong = {
  // @ts-expect-error 404 has no body.
  getPet: () => ({ status: 404, body: { title: 'No.' } }) as const,
} satisfies Handlers<unknown>;`,
  },
  {
    claim: 'bytes and text travel as such, up and down',
    document: `
paths:
  /files:
    post:
      operationId: upload
      requestBody:
        required: true
        content:
          application/octet-stream: { schema: { type: string, format: binary } }
          image/*: {}
          text/plain: { schema: { type: string } }
      responses:
        '200': { description: Bytes., content: { application/pdf: { schema: { type: string, format: binary } } } }
        '201': { description: Text., content: { text/csv: { schema: { type: string } } } }
        '202': { description: Anything., content: { '*/*': { schema: {} } } }
  /forms:
    post:
      operationId: send
      requestBody:
        content:
          multipart/form-data:
            schema: { type: object, required: [file], properties: { file: { type: string, format: binary }, name: { type: string } } }
      responses: { '204': { description: Fine. } }`,
    client: `
import { createClient } from './index.js';
export async function upload(): Promise<number> {
  const { upload, send } = createClient();
  await send({ body: { file: new Uint8Array(1), name: 'a' } });
  await upload({ contentType: 'image/png', body: new Blob([]) });
  await upload({ contentType: 'text/plain', body: 'a' });
  // @ts-expect-error Text is a string.
  await upload({ contentType: 'text/plain', body: new Uint8Array(1) });
  const result = await upload({ contentType: 'application/octet-stream', body: new Uint8Array(1) });
  if (result.status === 201) return result.body.length;
  return result.body.size;
}`,
    server: `
import type { Handlers } from './index.js';
export const handlers = {
  upload: ({ contentType, body }) =>
    contentType === 'text/plain' ? { status: 201, body } : { status: 200, body: new Uint8Array(1) },
  send: () => ({ status: 204 }),
} satisfies Handlers<unknown>;`,
  },
  {
    claim: 'HEAD has headers and no body, whatever the document says',
    document: `
paths:
  /files:
    head:
      operationId: look
      responses:
        '200':
          description: There.
          headers: { Content-Length: { required: true, schema: { type: integer } } }
          content: { application/json: { schema: { type: object } } }`,
    client: `
import { createClient } from './index.js';
export const size = async (): Promise<string> => {
  const result = await createClient().look();
  return (result.body satisfies undefined) ?? result.headers.get('Content-Length');
};`,
    server: `
import type { Handlers } from './index.js';
export const handlers = {
  look: () => ({ status: 200, headers: { 'Content-Length': 1 } }),
} satisfies Handlers<unknown>;`,
  },
  {
    claim: 'a query value may be null and a parameter may be declared twice',
    document: `
paths:
  /pets:
    parameters: [{ name: after, in: query, schema: { type: integer } }]
    get:
      operationId: list
      parameters:
        - { name: after, in: query, schema: { type: [string, 'null'] } }
        - { name: After, in: query, schema: { type: boolean } }
        - { name: tags, in: query, schema: { type: array, items: { type: [string, 'null'] } } }
      responses: { '204': { description: Fine. } }`,
    client: `
import { createClient } from './index.js';
export const sent = createClient().list({ query: { after: null, After: true, tags: ['a', null] } });
// @ts-expect-error The operation's own declaration counts.
export const wrong = createClient().list({ query: { after: 1 } });`,
    server: `
import type { Handlers } from './index.js';
export const handlers = {
  list({ query }) {
    query.after satisfies string | null | undefined;
    return { status: 204 };
  },
} satisfies Handlers<unknown>;`,
  },
  {
    claim: 'a document without operations still makes a client and a server',
    document: `
components:
  schemas: { Bytes: { type: string, format: binary } }`,
    client: `
import { type Bytes, createClient } from './index.js';
export const client = createClient();
export const bytes: Bytes = new Uint8Array(1);`,
    server: `
import { createRoutes } from './index.js';
export const routes = createRoutes({}, { deps: () => undefined });`,
  },
];
