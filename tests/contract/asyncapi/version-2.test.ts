import { expect, test } from 'vitest';
import { read, said } from './support.ts';

test('a 2.x channel becomes one channel and an operation for each of its verbs, seen from the application', () => {
  const { contract, diagnostics } = read(
    '2.6.0',
    `defaultContentType: application/cbor
servers:
  production:
    url: '{region}.example.com'
    protocol: kafka
    variables: {region: {enum: [eu, us], default: eu}}
    security: [{login: [read]}]
    bindings: {kafka: {schemaRegistryUrl: https://registry.example.com}}
channels:
  orders/{id}:
    description: Orders by id.
    servers: [production]
    parameters:
      id: {description: The order., schema: {type: string}}
    bindings: {kafka: {partitions: 3}}
    publish:
      operationId: receiveOrder
      summary: An order came in.
      tags: [{name: intake}]
      security: [{login: [read]}]
      message:
        $ref: '#/components/messages/placed'
    subscribe:
      message:
        oneOf:
          - name: confirmed
            contentType: application/json
          - $ref: '#/components/messages/placed'
components:
  messages:
    placed:
      messageId: orderPlaced
      title: Order placed
      correlationId: {location: $message.header#/trace}
      headers: {type: object}
      payload: {$ref: '#/components/schemas/Order'}
      examples:
        - name: small
          summary: One line.
          payload: {id: '1'}
          headers: {trace: abc}
  schemas:
    Order: {type: object}
  securitySchemes:
    login:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: https://example.com, scopes: {read: Read orders.}}}
`,
  );
  expect(diagnostics).toEqual([]);
  const [channel] = contract.channels;
  const placed = {
    location: '33:5',
    usedAt: '23:7',
    key: 'orderPlaced',
    name: 'orderPlaced',
    title: 'Order placed',
    contentType: 'application/cbor',
    headers: { location: '37:7', types: ['object'] },
    payload: { location: '38:7', ref: 'Order' },
    correlationId: '$message.header#/trace',
    examples: [
      {
        location: '40:11',
        name: 'small',
        summary: 'One line.',
        payload: { location: '42:11', name: 'small', summary: 'One line.', value: { id: '1' } },
        headers: { location: '43:11', name: 'small', summary: 'One line.', value: { trace: 'abc' } },
      },
    ],
  };
  const confirmed = {
    location: '28:13',
    usedAt: '28:13',
    key: 'confirmed',
    name: 'confirmed',
    contentType: 'application/json',
  };
  expect(said(channel)).toEqual({
    location: '12:3',
    name: 'orders/{id}',
    address: 'orders/{id}',
    templateNames: ['id'],
    description: 'Orders by id.',
    parameters: [
      { location: '16:7', name: 'id', description: 'The order.', schema: { location: '16:37', types: ['string'] } },
    ],
    messages: [placed, confirmed],
    servers: ['production'],
    bindings: { kafka: { fields: { partitions: 3 } } },
  });
  const { channel: _, ...receive } = contract.operations[0] ?? {};
  expect(said(receive)).toEqual({
    location: '18:5',
    name: 'receiveOrder',
    operationId: 'receiveOrder',
    action: 'receive',
    messages: [placed],
    summary: 'An order came in.',
    tags: ['intake'],
    security: [{ location: '22:18', schemes: { login: ['read'] } }],
  });
  expect(contract.operations.map(({ name, action }) => [name, action])).toEqual([
    ['receiveOrder', 'receive'],
    ['send orders/{id}', 'send'],
  ]);
  expect(contract.operations.every((operation) => operation.channel === channel)).toBe(true);
  expect(contract.operations[1]?.messages).toEqual([channel?.messages[1], channel?.messages[0]]);
  expect(said(contract.servers)).toEqual([
    {
      location: '5:3',
      name: 'production',
      url: '{region}.example.com',
      protocol: 'kafka',
      variables: [{ location: '8:17', name: 'region', default: 'eu', enum: ['eu', 'us'] }],
      security: [{ location: '9:16', schemes: { login: ['read'] } }],
      bindings: { kafka: { fields: { schemaRegistryUrl: 'https://registry.example.com' } } },
    },
  ]);
  expect(said(contract.securitySchemes)).toEqual({
    login: {
      location: '47:5',
      name: 'login',
      type: 'oauth2',
      scopes: { read: 'Read orders.' },
      flows: [
        {
          location: '49:15',
          type: 'clientCredentials',
          tokenUrl: 'https://example.com',
          scopes: { read: 'Read orders.' },
        },
      ],
    },
  });
  expect(contract.components.map(({ section, name, uses }) => [section, name, uses])).toEqual([
    ['messages', 'placed', 2],
    ['schemas', 'Order', 1],
    ['securitySchemes', 'login', 2],
  ]);
});

test('members beside the $ref of a channel item stand together with those of the item it refers to', () => {
  const { contract } = read(
    '2.6.0',
    `channels:
  orders:
    $ref: '#/components/channels/base'
    description: Mine.
components:
  channels:
    base:
      description: Theirs.
      publish: {operationId: receiveOrder}
`,
  );
  expect(contract.channels.map(({ name, description }) => [name, description])).toEqual([['orders', 'Mine.']]);
  expect(contract.operations.map(({ name }) => name)).toEqual(['receiveOrder']);
});

test('a oneOf that leads back to itself ends', () => {
  const { contract } = read(
    '2.6.0',
    `channels:
  orders:
    publish: {message: {$ref: '#/components/messages/any'}}
components:
  messages:
    any:
      oneOf:
        - {$ref: '#/components/messages/any'}
        - {name: placed}
`,
  );
  expect(contract.operations[0]?.messages.map(({ key }) => key)).toEqual(['placed']);
});

test('messages of one name on one channel get keys of their own', () => {
  const { contract } = read(
    '2.0.0',
    `channels:
  orders:
    publish: {message: {name: order}}
    subscribe: {message: {name: order}}
`,
  );
  expect(contract.channels[0]?.messages.map(({ key, name }) => [key, name])).toEqual([
    ['order', 'order'],
    ['order-2', 'order'],
  ]);
});
