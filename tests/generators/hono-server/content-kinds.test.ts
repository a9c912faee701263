import { afterAll, beforeAll, expect, it } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { compile, settings } from './compile.ts';
import { generateInto, moduleUrl, readText, type Written } from './generate.ts';
import type { App } from './petstore.ts';

const text = `
openapi: 3.1.1
info: { title: Kinds, version: 1.0.0 }
paths:
  /any:
    put:
      operationId: putAny
      requestBody:
        required: true
        content:
          '*/*': { schema: { $ref: '#/components/schemas/Pet' } }
      responses:
        '200':
          description: The same.
          content:
            '*/*': { schema: { $ref: '#/components/schemas/Pet' } }
  /xml:
    put:
      operationId: putXml
      requestBody:
        required: true
        content:
          application/xml: { schema: { $ref: '#/components/schemas/Pet' } }
      responses:
        '200':
          description: The same.
          content:
            application/xml: { schema: { $ref: '#/components/schemas/Pet' } }
  /yaml:
    put:
      operationId: putYaml
      requestBody:
        required: true
        content:
          application/yaml: { schema: { type: string, minLength: 3 } }
      responses:
        '200':
          description: The same.
          content:
            application/yaml: { schema: { type: string, maxLength: 9 } }
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
`;

interface Generated {
  createRoutes(handlers: object, options: object): App;
}

let written: Written;
let app: App;
const violations: unknown[] = [];
beforeAll(async () => {
  written = generateInto(honoServer, readText(text));
  const generated: Generated = await import(/* @vite-ignore */ moduleUrl(written, 'index.ts'));
  const same = ({ body }: { body: unknown }) => ({ status: 200, body });
  app = generated.createRoutes(
    { putAny: same, putXml: same, putYaml: same },
    { deps: {}, onResponseViolation: (violation: unknown) => violations.push(violation) },
  );
});
afterAll(() => written.remove());

it.each([
  ['a range of types whose schema is no text is JSON', '/any', 'application/json', '{"name":"Milo"}', 200],
  ['and is held against the contract as JSON', '/any', 'application/json', '{"name":7}', 400],
  ['XML travels as text, whatever its schema says of it', '/xml', 'application/xml', '<pet name="Milo"/>', 200],
  ['text of other names is text', '/yaml', 'application/yaml', 'name: 1', 200],
  ['and is held against the contract as text', '/yaml', 'application/yaml', 'n', 400],
  ['in responses too', '/yaml', 'application/yaml', 'name: Milo', 500],
])('%s', async (_, path, type, body, status) => {
  const response = await app.request(path, { method: 'PUT', body, headers: { 'content-type': type } });
  expect(response.status).toBe(status);
  if (status === 200) expect([response.headers.get('content-type'), await response.text()]).toEqual([type, body]);
});

it.each(settings)('handlers are typed accordingly, %s', async (_, importExtension, options) => {
  const typed = generateInto(honoServer, readText(text), importExtension);
  const usage = `import type { Handlers } from './handlers${importExtension}';
export const handlers = {
  putAny: ({ body: { name } }) => ({ status: 200, body: { name } }),
  putXml: ({ body }) => ({ status: 200, body: body.trim() }),
  putYaml: ({ body }) => ({ status: 200, body: body.trim() }),
} satisfies Handlers<undefined>;
`;
  const complaints = await compile(typed, options, { 'usage.ts': usage });
  typed.remove();
  expect(complaints).toEqual([]);
});
