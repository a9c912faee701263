import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asyncApiRules } from '../../../core/rules/asyncapi/index.ts';
import { readFiles } from './support.ts';

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

const reference = { $ref: '#/components/messages/m' };
const base: Readonly<Record<string, Value>> = {
  servers: {
    s: { url: '{v}', host: '{v}', protocol: 'kafka', variables: { v: { enum: ['a'] } }, security: [{ x: [] }] },
  },
  channels: {
    c: {
      address: 'a/{p}',
      servers: ['s', { $ref: '#/servers/s' }],
      parameters: { p: { location: '$message.payload#', enum: ['a'] } },
      messages: { m: reference },
      publish: {
        operationId: 'o',
        message: { oneOf: [reference, { payload: {} }] },
        traits: [{ tags: [{ name: 't' }] }],
      },
    },
  },
  operations: {
    o: {
      action: 'send',
      channel: { $ref: '#/channels/c' },
      messages: [{ $ref: '#/channels/c/messages/m' }],
      reply: { address: { location: '$message.header#/r' }, channel: { $ref: '#/channels/c' } },
    },
  },
  components: {
    messages: {
      m: { headers: { type: 'object' }, payload: { schemaFormat: 'avro', schema: {} }, traits: [reference] },
    },
    schemas: { S: { discriminator: 'kind', properties: { kind: true } } },
    securitySchemes: { x: { type: 'oauth2', flows: { implicit: { scopes: {} } } } },
  },
};

/** Every place in the document, as a path of keys. */
function pathsOf(value: Value, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function replaced(value: Value, [key, ...rest]: readonly string[], by: Value): Value {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? replaced(item, rest, by) : item));
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [key]: replaced(value[key] ?? null, rest, by) };
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Value>,
  fc.constantFrom<Value>(
    { $ref: '#/components/messages/m' },
    { $ref: '#/channels/c' },
    { $ref: '#' },
    { $ref: '#/operations/o' },
    { $ref: '%' },
    JSON.parse('{"__proto__": {"constructor": 1}}'),
  ),
);

test('any value in any place is read and checked without an exception', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2.0.0', '2.6.0', '3.0.0', '3.1.0'),
      fc.array(fc.tuple(fc.constantFrom(...pathsOf({ ...base })), odd), { minLength: 1, maxLength: 3 }),
      (asyncapi, changes) => {
        let body: Value = { ...base };
        for (const [path, by] of changes) if (path.length > 0) body = replaced(body, path, by);
        const text = JSON.stringify({ asyncapi, ...(body as object) });
        const { contract } = readFiles({ 'asyncapi.yaml': text });
        for (const rule of asyncApiRules) rule.check(contract, ({ location }) => location.range);
      },
    ),
    { numRuns: 300 },
  );
});

test('many references to one large object cost no more than the object and the references', () => {
  const count = 3000;
  const messages = Array.from({ length: count }, (_, i) => ({ name: `m${i}` }));
  const channels = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`c${i}`, { $ref: '#/components/channels/big' }]),
  );
  const text = JSON.stringify({
    asyncapi: '2.6.0',
    channels,
    components: { channels: { big: { publish: { message: { oneOf: messages } } } } },
  });
  const { contract } = readFiles({ 'asyncapi.yaml': text });
  expect(contract.channels).toHaveLength(count);
  expect(new Set(contract.channels.map((channel) => channel.messages)).size).toBe(1);
});
