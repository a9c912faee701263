import { expect, test } from 'vitest';
import { read, readFiles, said } from './support.ts';

const traits = `
components:
  messageTraits:
    first:
      title: First trait
      description: First trait
      contentType: application/first
      headers: {type: object, properties: {a: {type: string}, both: {type: integer}}}
    second:
      description: Second trait
      bindings: {kafka: {key: {type: string}}}
  messages:
    placed:
      title: Own
      headers: {properties: {b: {type: string}, both: {type: boolean}}}
      bindings: {kafka: {bindingVersion: 0.5.0}}
      traits:
        - $ref: '#/components/messageTraits/first'
        - $ref: '#/components/messageTraits/second'
`;

test('in 3.x the message wins over its traits, and a later trait over an earlier one', () => {
  const { contract } = read('3.0.0', `channels: {c: {messages: {m: {$ref: '#/components/messages/placed'}}}}${traits}`);
  expect(said(contract.channels[0]?.messages[0])).toEqual({
    location: '15:5',
    usedAt: '3:27',
    key: 'm',
    name: 'm',
    title: 'Own',
    description: 'Second trait',
    contentType: 'application/first',
    headers: {
      location: '17:7',
      types: ['object'],
      properties: {
        a: { location: '17:17', types: ['string'] },
        both: { location: '17:49', types: ['boolean'] },
        b: { location: '17:30', types: ['string'] },
      },
    },
    bindings: {
      kafka: { fields: { bindingVersion: '0.5.0' }, schemas: { key: { location: '18:18', types: ['string'] } } },
    },
  });
});

test('in 2.x traits are merged into the message as patches, so they win', () => {
  const channels = `channels: {c: {publish: {message: {$ref: '#/components/messages/placed'}}}}`;
  const { contract } = read('2.6.0', `${channels}${traits}`);
  const message = contract.channels[0]?.messages[0];
  expect([message?.title, message?.description]).toEqual(['First trait', 'Second trait']);
  expect(said(message?.headers?.properties?.get('both'))).toMatchObject({ types: ['integer'] });
});

test('in 2.x null in a trait takes a member away', () => {
  const { contract } = read(
    '2.6.0',
    `channels: {c: {publish: {message: {title: Own, bindings: {mqtt: {qos: 1}, ws: {}}, traits: [{title: null, bindings: {ws: null, http: {}}}]}}}}`,
  );
  const message = contract.channels[0]?.messages[0];
  expect(message?.title).toBeUndefined();
  expect([...(message?.bindings ?? [])]).toEqual([
    ['mqtt', { fields: new Map([['qos', 1]]), schemas: new Map() }],
    ['http', { fields: new Map(), schemas: new Map() }],
  ]);
});

test('an operation takes what it lacks from its traits', () => {
  const { contract } = read(
    '3.0.0',
    `channels: {c: {}}
operations:
  send:
    action: send
    channel: {$ref: '#/channels/c'}
    summary: Own
    traits: [{summary: Trait, description: Trait, tags: [{name: t}], security: [{type: X509}], x-owner: orders}]
`,
  );
  const [operation] = contract.operations;
  expect(operation?.summary).toBe('Own');
  expect(operation?.description).toBe('Trait');
  expect(operation?.tags).toEqual(['t']);
  expect(operation?.security).toHaveLength(1);
  expect([...(operation?.extensions ?? [])]).toEqual([['x-owner', 'orders']]);
});

test('references in a trait of another file still lead where they led', () => {
  const { contract, diagnostics } = readFiles({
    'asyncapi.yaml': `asyncapi: 3.0.0
info: {title: Orders, version: 1.0.0}
channels:
  c:
    messages:
      m:
        headers: {properties: {own: {type: string}}}
        traits: [{$ref: 'shared/traits.yaml#/traced'}]
`,
    'shared/traits.yaml': `traced:
  headers: {type: object, properties: {trace: {$ref: '#/ids/trace'}}}
ids:
  trace: {type: string, format: uuid}
`,
  });
  expect(diagnostics).toEqual([]);
  const headers = contract.channels[0]?.messages[0]?.headers;
  const trace = headers?.properties?.get('trace')?.ref;
  expect([...(headers?.properties?.keys() ?? [])]).toEqual(['trace', 'own']);
  expect(contract.schemas.get(trace ?? '')?.format).toBe('uuid');
});

test('merging stops at a budget instead of growing without bound', () => {
  const properties = Array.from({ length: 1000 }, (_, i) => `p${i}: {}`).join(', ');
  const messages = Array.from(
    { length: 500 },
    (_, i) => `      m${i}: {headers: {properties: {own: {}}}, traits: [{$ref: '#/components/messageTraits/big'}]}`,
  );
  const { diagnostics } = read(
    '3.0.0',
    `channels:
  c:
    messages:
${messages.join('\n')}
components:
  messageTraits:
    big: {headers: {properties: {${properties}}}}
`,
  );
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toContain('source-limits');
});
