import * as fc from 'fast-check';
import { oddName, plainName } from './names.ts';
import { schemaOf } from './schemas.ts';

/** OpenAPI 3.2 documents: every kind of name, schema, parameter, body and status, in any combination. */
export const openApiDocument: fc.Arbitrary<unknown> = fc
  .uniqueArray(oddName, { minLength: 1, maxLength: 6 })
  .chain((names) => {
    const schema = schemaOf(names.map((name) => `#/components/schemas/${pointerToken(name)}`));
    return fc.record({
      openapi: fc.constant('3.2.0'),
      info: fc.record({ title: oddName, version: oddName, description: oddName }),
      servers: fc.array(server, { maxLength: 2 }),
      paths: fc.dictionary(path, pathItem(schema), { maxKeys: 4 }),
      webhooks: fc.dictionary(oddName, pathItem(schema), { maxKeys: 1 }),
      components: fc.record({
        schemas: fc.tuple(...names.map(() => schema)).map((all) => record(names, all)),
        securitySchemes: fc.constant(securitySchemes),
      }),
    });
  });

/** AsyncAPI 3.0 documents whose messages carry any schema. */
export const asyncApiDocument: fc.Arbitrary<unknown> = fc
  .uniqueArray(oddName, { minLength: 1, maxLength: 6 })
  .chain((names) => {
    const schema = schemaOf(names.map((name) => `#/components/schemas/${pointerToken(name)}`));
    const message = fc.record(
      { name: oddName, payload: schema, headers: schema, summary: oddName },
      { requiredKeys: [] },
    );
    const channel = fc.record({
      address: oddName,
      messages: fc.dictionary(oddName, message, { maxKeys: 3 }),
      bindings: fc.oneof(fc.constant({}), fc.record({ ws: fc.record({ query: schema, headers: schema }) })),
    });
    return fc.record({
      asyncapi: fc.constant('3.0.0'),
      info: fc.record({ title: oddName, version: oddName }),
      servers: fc.dictionary(oddName, eventServer, { maxKeys: 2 }),
      channels: fc.dictionary(oddName, channel, { maxKeys: 3 }),
      components: fc.record({ schemas: fc.tuple(...names.map(() => schema)).map((all) => record(names, all)) }),
    });
  });

const eventServer = fc.record({ host: oddName, protocol: fc.constantFrom('wss', 'nats'), pathname: oddName });

const server = fc.record({ url: fc.oneof(oddName, fc.constant('https://{a}.example.com')), description: oddName });

const path = fc.oneof(
  fc.constantFrom(
    '/',
    '/pets',
    '/pets/{id}',
    '/pets/{id}/{id}',
    '/{a}.{b}',
    '/x:{id}',
    '/pets/',
    '//',
    '/%20',
    '/{id}*',
  ),
  oddName.map((name) => `/${name.replaceAll(/[{}?#]/g, '')}`),
);

const securitySchemes = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'key' },
  login: { type: 'http', scheme: 'basic' },
  digest: { type: 'http', scheme: 'digest' },
  'open id': { type: 'openIdConnect', openIdConnectUrl: 'https://example.com' },
  tls: { type: 'mutualTLS' },
};

const mediaTypeName = fc.oneof(
  fc.constantFrom(
    ...['application/json', 'application/problem+json', 'application/json; charset=utf-8', 'text/plain', 'text/html'],
    ...['application/xml', 'application/octet-stream', 'image/*', '*/*', 'text/event-stream', 'application/jsonl'],
    ...['application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/mixed', 'application/vnd.a.b+json'],
  ),
  oddName,
);

function pathItem(schema: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const operation = operationOf(schema);
  const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query', 'parameters'] as const;
  return fc.record(
    {
      ...Object.fromEntries(methods.map((method) => [method, operation])),
      parameters: fc.array(parameter(schema), { maxLength: 2 }),
      additionalOperations: fc.dictionary(fc.constantFrom('LINK', 'PURGE', 'x-y'), operation, { maxKeys: 1 }),
    },
    { requiredKeys: [] },
  );
}

function operationOf(schema: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const status = fc.constantFrom(
    '200',
    '201',
    '204',
    '302',
    '404',
    '1XX',
    '2XX',
    '4XX',
    '5xx',
    '5XX',
    'default',
    '100',
    '999',
  );
  const media = fc.record({ schema, itemSchema: schema, encoding: encodings }, { requiredKeys: [] });
  const content = fc.dictionary(mediaTypeName, media, { maxKeys: 3 });
  const header = fc.record({ schema, required: fc.boolean(), description: oddName }, { requiredKeys: ['schema'] });
  const response = fc.record(
    { description: oddName, content, headers: fc.dictionary(oddName, header, { maxKeys: 2 }) },
    { requiredKeys: ['description'] },
  );
  return fc.record(
    {
      operationId: oddName,
      summary: oddName,
      deprecated: fc.boolean(),
      parameters: fc.array(parameter(schema), { maxLength: 4 }),
      requestBody: fc.record({ content, required: fc.boolean() }, { requiredKeys: ['content'] }),
      responses: fc.dictionary(status, response, { maxKeys: 4 }),
      security: fc.array(fc.dictionary(fc.constantFrom(...Object.keys(securitySchemes)), fc.constant([])), {
        maxLength: 2,
      }),
      servers: fc.array(server, { maxLength: 1 }),
    },
    { requiredKeys: ['responses'] },
  );
}

const encodings = fc.dictionary(
  plainName,
  fc.record(
    { contentType: mediaTypeName, style: fc.constantFrom('form', 'deepObject'), explode: fc.boolean() },
    { requiredKeys: [] },
  ),
  { maxKeys: 2 },
);

function parameter(schema: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const styles = ['simple', 'label', 'matrix', 'form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];
  const described = fc.oneof(
    fc.record({ schema, style: fc.constantFrom(...styles), explode: fc.boolean() }, { requiredKeys: ['schema'] }),
    fc.dictionary(mediaTypeName, fc.record({ schema }), { minKeys: 1, maxKeys: 1 }).map((content) => ({ content })),
  );
  const place = fc.constantFrom('path', 'query', 'header', 'cookie', 'querystring');
  const required = fc.boolean();
  return fc
    .tuple(fc.record({ name: oddName, in: place, required, description: oddName }), described)
    .map(([one, how]) => ({ ...one, ...how }));
}

function pointerToken(name: string): string {
  return encodeURIComponent(
    name
      .replaceAll('~', '~0')
      .replaceAll('/', '~1')
      .replaceAll(/\p{Cs}/gu, '\ufffd'),
  );
}

/** An object literal would take `__proto__` for the prototype. */
function record(names: readonly string[], values: readonly unknown[]): object {
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}
