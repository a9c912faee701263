import { describe, expect, test } from 'vitest';
import { MemoryBroker } from '../../../generators/events/runtime/memory-broker.ts';
import type { MessageSpec } from '../../../generators/events/runtime/message-spec.ts';
import { Receiver } from '../../../generators/events/runtime/receiver.ts';
import { Sender } from '../../../generators/events/runtime/sender.ts';
import { order, type Raw, received } from './received.ts';
import {
  binary,
  legacy,
  note,
  operation,
  orderCancelled,
  orderPlaced,
  packed,
  scan,
  schemas,
  structured,
} from './specs.ts';

describe('a handler is called with', () => {
  const about = { id: '0', parameters: {}, event: undefined };

  test('the payload and the headers in the types of the contract, whatever the case of their names', async () => {
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      priority: '3',
      tags: '["a"]',
      traceparent: 'x',
    };
    const { handled } = await received(operation([orderPlaced]), [{ headers }]);
    expect(handled).toEqual([
      { ...about, name: 'order.placed', payload: order, headers: { Priority: 3, Tags: ['a'] } },
    ]);
  });

  test.each<[string, MessageSpec, string | Uint8Array, unknown]>([
    ['text', note, 'Xin chào', 'Xin chào'],
    ['bytes', scan, new Uint8Array([1, 255]), new Uint8Array([1, 255])],
    ['the bytes of a format that nobody here reads', legacy, new Uint8Array([9]), new Uint8Array([9])],
    ['what a codec reads', packed, '{"id":"o","count":1}', order],
  ])('%s', async (_, spec, body, payload) => {
    const codec = {
      encode: () => new Uint8Array(),
      decode: (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)),
    };
    const { handled } = await received(operation([spec]), [{ body }], { codecs: { 'application/msgpack': codec } });
    expect(handled).toEqual([{ ...about, name: spec.name, payload, headers: {} }]);
  });

  test('whichever of several messages it is', async () => {
    const raws = [
      { headers: { Priority: '1' } },
      { body: '{"reason":"late"}' },
      { body: 'hi', headers: { 'content-type': 'text/plain' } },
    ];
    const { handled, verdicts } = await received(operation([orderPlaced, orderCancelled, note]), raws);
    expect(handled).toMatchObject([{ name: 'order.placed' }, { name: 'order.cancelled' }, { name: 'note' }]);
    expect(verdicts).toEqual([]);
  });

  test.each<[string, MessageSpec, Raw]>([
    [
      'structured',
      structured,
      { body: '{"specversion":"1.0","id":"e","source":"/s","type":"t","tenant":"x","data":{}}' },
    ],
    [
      'binary',
      binary,
      { headers: { 'ce-specversion': '1.0', 'CE-ID': 'e', 'ce-source': '/s', 'ce-type': 't', 'ce-tenant': 'x' } },
    ],
    [
      'binary, as Kafka writes it,',
      binary,
      { headers: { ce_specversion: '1.0', ce_id: 'e', ce_source: '/s', ce_type: 't', ce_tenant: 'x' } },
    ],
  ])('the attributes of a %s CloudEvent', async (_, spec, raw) => {
    const { handled } = await received(operation([spec]), [raw]);
    expect(handled).toMatchObject([{ event: { specversion: '1.0', id: 'e', source: '/s', type: 't', tenant: 'x' } }]);
  });

  test('the parameters of the address in their types', async () => {
    const spec = operation([note], {
      address: 'orders.{shop}',
      parameters: [{ name: 'shop', schema: { type: 'integer' } }],
    });
    const { handled, verdicts } = await received(spec, [{ address: 'orders.7' }, { address: 'orders.x' }]);
    expect(handled).toMatchObject([{ parameters: { shop: 7 } }]);
    expect(verdicts).toEqual(['invalid: parameter "shop" must be an integer']);
  });
});

describe('a message that breaks its contract becomes a dead letter at once and never reaches the handler', () => {
  test.each<[string, readonly MessageSpec[], Raw]>([
    [
      'content-type: the message is text/html, not application/json',
      [orderCancelled],
      { headers: { 'content-type': 'text/html' } },
    ],
    [
      'content-type: the message is a/b, not application/json or text/plain',
      [orderCancelled, orderPlaced, note],
      { headers: { 'content-type': 'a/b' } },
    ],
    ['unreadable: payload# is not legal JSON', [orderCancelled], { body: '{' }],
    ['unreadable: payload# cannot be read as text/plain', [note], { body: new Uint8Array([0xff]) }],
    ['unreadable: payload# has a member named "__proto__"', [orderCancelled], { body: '{"__proto__":{}}' }],
    ['invalid: payload#/reason is missing', [orderCancelled], { body: '{}' }],
    [
      'invalid: payload#/count must be an integer; payload#/more is not allowed; header "Priority" is missing',
      [orderPlaced],
      { body: '{"id":"o","count":"1","more":1}' },
    ],
    [
      'unreadable: payload# has a member whose name is no text',
      [orderPlaced],
      { body: '{"id":"o","count":1,"\\ud800":1}', headers: { Priority: '1' } },
    ],
    // Of several messages, the one that is nearest.
    ['invalid: header "Priority" must be an integer', [orderPlaced, orderCancelled], { headers: { Priority: 'high' } }],
    [
      'invalid: payload#/type is missing, which CloudEvents asks for',
      [structured],
      { body: '{"specversion":"1.0","id":"e","source":"/s"}' },
    ],
  ])('%s', async (verdict, messages, raw) => {
    const { handled, verdicts, errors } = await received(operation(messages), [raw]);
    expect({ handled, verdicts, errors }).toEqual({ handled: [], verdicts: [verdict], errors: [] });
  });

  test('whole, with where it was sent to', async () => {
    const { letters } = await received(operation([orderCancelled]), [{ body: '{', headers: { Trace: 'x' } }]);
    expect(letters).toEqual([
      {
        ...{ reason: 'unreadable', error: 'payload# is not legal JSON', address: 'orders', id: '0', durable: 'worker' },
        ...{ deliveries: 1, headers: { Trace: 'x' }, body: new TextEncoder().encode('{') },
      },
    ]);
  });
});

test('a message that the channel carries for another operation is left to that one', async () => {
  const spec = operation([orderCancelled], { others: [note] });
  const raws = [
    { body: 'hi', headers: { 'content-type': 'text/plain' } },
    { body: '{"reason":"late"}' },
    { body: '{}' },
  ];
  const { handled, verdicts } = await received(spec, raws);
  expect([handled.length, verdicts]).toEqual([1, ['invalid: payload#/reason is missing']]);
});

test('operations that share a channel have a position each, so that none takes what is for another', async () => {
  const broker = new MemoryBroker();
  const receiver = new Receiver(broker, schemas, { durable: 'w', deadLetter: async () => expect.unreachable() });
  const seen: string[] = [];
  const cancel = operation([orderCancelled], { name: 'on cancel', others: [note] });
  const jot = operation([note], { name: 'on note', others: [orderCancelled] });
  for (const spec of [cancel, jot]) await receiver.receive(spec, ({ name }) => void seen.push(`${spec.name}: ${name}`));
  const sender = new Sender(broker, schemas);
  for (let i = 0; i < 3; i++) await sender.send(cancel, { payload: { reason: 'late' } });
  await sender.send(jot, { payload: 'hi' });
  await broker.settled();
  expect(seen.toSorted()).toEqual([...Array(3).fill('on cancel: order.cancelled'), 'on note: note']);
  await expect(receiver.receive(jot, () => undefined, { durable: 'w-on_cancel' })).rejects.toThrow(
    'on cancel receives there already: give on note another "durable"',
  );
});
