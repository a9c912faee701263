import { describe, expect, test } from 'vitest';
import type { Codec } from '../../../generators/events/runtime/codec.ts';
import { InvalidMessageError } from '../../../generators/events/runtime/errors.ts';
import { MemoryBroker } from '../../../generators/events/runtime/memory-broker.ts';
import type { OperationSpec } from '../../../generators/events/runtime/message-spec.ts';
import type { AnyOutgoing } from '../../../generators/events/runtime/outgoing.ts';
import { Sender } from '../../../generators/events/runtime/sender.ts';
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

const codec: Codec = {
  encode: (payload) => new TextEncoder().encode(`packed ${JSON.stringify(payload)}`),
  decode: (body) => JSON.parse(new TextDecoder().decode(body).slice('packed '.length)),
};

/** What is on the broker after one message was sent, its body as text. */
async function sent(spec: OperationSpec, input: AnyOutgoing, codecs = {}) {
  const broker = new MemoryBroker();
  const sender = new Sender(broker, schemas, {
    ...{ codecs, newId: () => 'new-id', now: () => new Date('2026-11-20T02:15:31Z') },
  });
  await sender.send(spec, input);
  return broker.messages.map(({ body, ...rest }) => ({ ...rest, body: new TextDecoder().decode(body) }));
}

describe('a message on its way to the broker', () => {
  test('is JSON with its content type, an id and headers as text', async () => {
    const headers = { Priority: 3, Tags: ['a', 'b'], Missing: undefined };
    expect(await sent(operation([orderPlaced]), { payload: { id: 'o', count: 1 }, headers })).toEqual([
      {
        address: 'orders',
        id: 'new-id',
        headers: { 'content-type': 'application/json', Priority: '3', Tags: '["a","b"]' },
        body: '{"id":"o","count":1}',
      },
    ]);
  });

  test('is checked as JSON leaves it', async () => {
    const payload = { reason: new Date(0), more: undefined };
    const [message] = await sent(operation([orderCancelled]), { payload });
    expect(message?.body).toBe('{"reason":"1970-01-01T00:00:00.000Z"}');
    await expect(sent(operation([orderCancelled]), { payload: () => 0 })).rejects.toThrow(
      'The payload of "order.cancelled" has no form in JSON',
    );
  });

  test.each([
    ['text', note, 'Xin chào', 'Xin chào'],
    ['bytes', scan, new Uint8Array([65, 66]), 'AB'],
    ['bytes of a format that nobody here reads', legacy, new Uint8Array([67]), 'C'],
    ['what a codec makes of it', packed, { id: 'o', count: 2 }, 'packed {"id":"o","count":2}'],
  ])('is %s', async (_, spec, payload, body) => {
    const [message] = await sent(operation([spec]), { payload }, { 'application/msgpack': codec });
    expect([message?.headers, message?.body]).toEqual([{ 'content-type': spec.contentType }, body]);
  });

  test('carries the attributes of a structured CloudEvent that were left out, and its id', async () => {
    const payload = { source: '/shop', data: 1 };
    const [message] = await sent(operation([structured]), { payload });
    expect(JSON.parse(message?.body ?? '')).toEqual({
      ...{ source: '/shop', data: 1, specversion: '1.0', id: 'new-id', time: '2026-11-20T02:15:31.000Z' },
      type: 'org.example.order',
    });
    expect(message?.headers).toEqual({
      'Nats-Msg-Id': 'new-id',
      'content-type': 'application/cloudevents+json',
    });
  });

  test.each([
    ['its own', structured, { payload: { source: '/shop', id: 'own' } }],
    ['that of its header', structured, { payload: { source: '/shop' }, headers: { 'Nats-Msg-Id': 'own' } }],
    [
      'that of its binary event',
      binary,
      { payload: { id: 'o', count: 1 }, headers: { 'ce-source': '/s', 'ce-id': 'own' } },
    ],
    ['the one it is given', structured, { payload: { source: '/shop' }, id: 'own' }],
  ])('has %s as its id', async (_, spec, input) => {
    const [message] = await sent(operation([spec]), input);
    expect(message?.id).toBe('own');
    expect(JSON.stringify(message)).not.toContain('new-id');
  });

  test('carries the attributes of a binary CloudEvent in headers', async () => {
    const [message] = await sent(operation([binary]), {
      payload: { id: 'o', count: 1 },
      headers: { 'ce-source': '/shop' },
    });
    expect(message?.headers).toEqual({
      'ce-source': '/shop',
      'ce-specversion': '1.0',
      'ce-id': 'new-id',
      'ce-type': 'org.example.order',
      'content-type': 'application/json',
    });
  });

  test('goes to the address that its parameters make', async () => {
    const spec = operation([note], {
      address: 'orders.{region}.{shop}',
      parameters: [
        { name: 'region', schema: { enum: ['eu', 'us'] }, default: 'eu' },
        { name: 'shop', schema: { type: 'integer' } },
      ],
    });
    const [first] = await sent(spec, { payload: '', parameters: { shop: 7 } });
    const [second] = await sent(spec, { payload: '', parameters: { shop: 7, region: 'us' } });
    expect([first?.address, second?.address]).toEqual(['orders.eu.7', 'orders.us.7']);
  });

  test('goes to the address that it is given, where the contract has none', async () => {
    const { address: _, ...spec } = operation([note]);
    const [message] = await sent(spec, { payload: '', address: 'reply.to.7' });
    expect(message?.address).toBe('reply.to.7');
    await expect(sent(spec, { payload: '' })).rejects.toThrow('publishOrder has no address of its own: give one');
    await expect(sent(spec, { payload: '', address: 'a.{b}' })).rejects.toThrow(
      '"a.{b}" is a template, not an address',
    );
  });
});

describe('a message that breaks the contract is not sent', () => {
  const order = { id: 'o', count: 1 };
  const shop = operation([note], {
    address: 'orders.{shop}',
    parameters: [{ name: 'shop', schema: { type: 'string', maxLength: 5 } }],
  });
  test.each<[string, OperationSpec, AnyOutgoing]>([
    [
      'The message "order.placed" breaks the contract: payload#/count must be at least 1',
      operation([orderPlaced]),
      { payload: { id: 'o', count: 0 }, headers: { Priority: 1 } },
    ],
    [
      'The message "order.placed" breaks the contract: payload# is missing',
      operation([orderPlaced]),
      { headers: { Priority: 1 } },
    ],
    [
      'The message "order.placed" breaks the contract: header "Priority" is missing',
      operation([orderPlaced]),
      { payload: order },
    ],
    [
      'The message "order.placed" breaks the contract: header "Priority" must be at most 9',
      operation([orderPlaced]),
      { payload: order, headers: { Priority: 10 } },
    ],
    [
      'The message "structured" breaks the contract: payload#/source is missing, which CloudEvents asks for',
      operation([structured]),
      { payload: { data: 1 } },
    ],
    [
      'The message "structured" breaks the contract: payload#/specversion must be "1.0"',
      operation([structured]),
      { payload: { source: '/s', specversion: '0.3' } },
    ],
    [
      'The message "binary" breaks the contract: header "ce-source" is missing, which CloudEvents asks for',
      operation([binary]),
      { payload: order },
    ],
    ['The address of publishOrder breaks the contract: parameter "shop" is missing', shop, { payload: '' }],
    [
      'The address of publishOrder breaks the contract: parameter "shop" must have at most 5 characters',
      shop,
      { payload: '', parameters: { shop: 'abcdef' } },
    ],
  ])('%s', async (message, spec, input) => {
    const refused = sent(spec, input);
    await expect(refused).rejects.toThrow(InvalidMessageError);
    await expect(refused.catch((error: Error) => error.message)).resolves.toBe(message);
  });

  test.each<[string, OperationSpec, AnyOutgoing]>([
    ['"a.b" cannot stand for "shop" in the address orders.{shop}', shop, { payload: '', parameters: { shop: 'a.b' } }],
    ['">" cannot stand for "shop" in the address orders.{shop}', shop, { payload: '', parameters: { shop: '>' } }],
    [
      '"else" is none of the messages "order.placed", "order.cancelled"',
      operation([orderPlaced, orderCancelled]),
      { name: 'else' },
    ],
    ['null is none of the messages "order.placed", "order.cancelled"', operation([orderPlaced, orderCancelled]), {}],
    [
      'The header "X" holds a control character',
      operation([note]),
      { payload: '', headers: { X: 'a\r\nNats-Expected-Stream: b' } },
    ],
    ['The payload of "note", which is text/plain, must be text', operation([note]), { payload: 1 }],
    [
      'The payload of "legacy", which is application/avro, must be bytes, or a codec in the option "codecs"',
      operation([legacy]),
      { payload: 1 },
    ],
  ])('%s', async (message, spec, input) => {
    await expect(sent(spec, input).catch((error: Error) => error.message)).resolves.toBe(message);
  });
});
