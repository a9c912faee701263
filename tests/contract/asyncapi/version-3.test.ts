import { expect, test } from 'vitest';
import { read, readFiles, said } from './support.ts';

test('a 3.x operation runs on the channel of the contract and names its messages', () => {
  const { contract, diagnostics } = read(
    '3.0.0',
    `servers:
  production:
    host: '{region}.example.com'
    pathname: /orders
    protocol: kafka
    variables: {region: {default: eu}}
    security: [{$ref: '#/components/securitySchemes/login'}, {type: userPassword}]
channels:
  orders:
    address: orders/{id}
    title: Orders
    servers: [{$ref: '#/servers/production'}]
    parameters:
      id: {enum: [a, b], default: a, description: The order.}
    messages:
      placed: {$ref: '#/components/messages/placed'}
      cancelled: {payload: {type: string}}
  replies:
    address: null
    messages:
      receipt: {name: Receipt}
operations:
  receiveOrder:
    action: receive
    channel: {$ref: '#/channels/orders'}
    messages: [{$ref: '#/channels/orders/messages/placed'}]
    reply:
      address: {location: $message.header#/replyTo}
      channel: {$ref: '#/channels/replies'}
  sendOrder:
    action: send
    channel: {$ref: '#/channels/orders'}
components:
  messages:
    placed: {payload: {type: object}}
  securitySchemes:
    login: {type: oauth2, scopes: [read], flows: {password: {availableScopes: {read: Read orders.}}}}
`,
  );
  expect(diagnostics).toEqual([]);
  const [orders, replies] = contract.channels;
  expect(said(orders)).toEqual({
    location: '11:3',
    name: 'orders',
    address: 'orders/{id}',
    templateNames: ['id'],
    title: 'Orders',
    parameters: [
      {
        location: '16:7',
        name: 'id',
        description: 'The order.',
        schema: {
          location: '16:7',
          types: ['string'],
          enum: ['a', 'b'],
          default: { location: '16:35', value: 'a' },
          description: 'The order.',
        },
      },
    ],
    messages: [
      {
        location: '37:5',
        usedAt: '18:7',
        key: 'placed',
        name: 'placed',
        contentType: 'application/json',
        payload: { location: '37:14', types: ['object'] },
      },
      {
        location: '19:7',
        usedAt: '19:7',
        key: 'cancelled',
        name: 'cancelled',
        contentType: 'application/json',
        payload: { location: '19:19', types: ['string'] },
      },
    ],
    servers: ['production'],
  });
  const [receive, send] = contract.operations;
  expect(receive?.channel).toBe(orders);
  expect(receive?.messages).toEqual([orders?.messages[0]]);
  expect(send?.messages).toBe(orders?.messages);
  expect(receive?.reply?.channel).toBe(replies);
  expect(said(receive?.reply)).toMatchObject({ address: '$message.header#/replyTo', messages: [{ name: 'Receipt' }] });
  expect(contract.servers.map(({ url, security }) => [url, security.map(({ schemes }) => said(schemes))])).toEqual([
    ['kafka://{region}.example.com/orders', [{ login: ['read'] }, {}]],
  ]);
  expect([...contract.securitySchemes.values()].map(({ name, type }) => [name, type])).toEqual([
    ['login', 'oauth2'],
    ['inline:/servers/production/security/1', 'userPassword'],
  ]);
});

test('channels and operations may be references, also to other files', () => {
  const { contract, diagnostics } = readFiles({
    'asyncapi.yaml': `asyncapi: 3.0.0
info: {title: Orders, version: 1.0.0}
channels:
  orders: {$ref: 'shared.yaml#/channels/orders'}
  drafts: {$ref: '#/components/channels/drafts'}
operations:
  receiveOrder: {$ref: 'shared.yaml#/operations/receiveOrder'}
  receiveDraft:
    action: receive
    channel: {$ref: '#/channels/drafts'}
    messages: [{$ref: '#/channels/drafts/messages/draft'}]
components:
  channels:
    drafts: {address: drafts, messages: {draft: {title: Draft}}}
`,
    'shared.yaml': `channels:
  orders: {address: orders, messages: {placed: {title: Placed}}}
operations:
  receiveOrder:
    action: receive
    channel: {$ref: 'asyncapi.yaml#/channels/orders'}
    messages: [{$ref: '#/channels/orders/messages/placed'}]
`,
  });
  expect(diagnostics).toEqual([]);
  expect(contract.channels.map(({ name, address }) => [name, address])).toEqual([
    ['orders', 'orders'],
    ['drafts', 'drafts'],
  ]);
  expect(contract.operations.map(({ name, channel, messages }) => [name, channel, messages])).toEqual([
    ['receiveOrder', contract.channels[0], contract.channels[0]?.messages],
    ['receiveDraft', contract.channels[1], contract.channels[1]?.messages],
  ]);
});

test('an operation without a channel or of an unknown action is left out', () => {
  const { contract, diagnostics } = read(
    '3.0.0',
    `channels:
  orders: {address: orders}
operations:
  lost: {action: send, channel: {$ref: '#/channels/nowhere'}}
  odd: {action: watch, channel: {$ref: '#/channels/orders'}}
`,
  );
  expect(contract.operations).toEqual([]);
  expect(diagnostics).toEqual(['asyncapi.yaml:6:40 ref-resolves']);
});
