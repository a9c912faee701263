import { describe, expect, test } from 'vitest';
import { RefusedRequestError } from '../../../generators/events/runtime/errors.ts';
import { MemoryBroker } from '../../../generators/events/runtime/memory-broker.ts';
import type { OperationSpec } from '../../../generators/events/runtime/message-spec.ts';
import { Receiver } from '../../../generators/events/runtime/receiver.ts';
import { Sender } from '../../../generators/events/runtime/sender.ts';
import { order } from './received.ts';
import { note, operation, orderCancelled, orderPlaced, schemas } from './specs.ts';

describe('a request', () => {
  const ask = operation([orderPlaced], { address: 'ask', reply: [orderCancelled, note] });
  const request = { payload: order, headers: { Priority: 1 } };

  async function answered(spec: OperationSpec, reply: unknown, input: object = request) {
    const broker = new MemoryBroker();
    const errors: string[] = [];
    const deadLetter = async (): Promise<void> => expect.unreachable();
    const receiver = new Receiver(broker, schemas, {
      durable: 'd',
      deadLetter,
      onError: (error) => errors.push(String(error)),
    });
    // The replies of these tests are wrong on purpose, which the types would not allow.
    await receiver.respond(spec, () => reply as object);
    const answer = await new Sender(broker, schemas).request(ask, input).catch((error: Error) => error);
    return { answer, errors };
  }

  test('is answered with one of the replies', async () => {
    const { answer } = await answered(ask, { name: 'order.cancelled', payload: { reason: 'no stock' } });
    expect(answer).toMatchObject({ name: 'order.cancelled', payload: { reason: 'no stock' } });
    expect((await answered(ask, { name: 'note', payload: 'later' })).answer).toMatchObject({
      name: 'note',
      payload: 'later',
    });
  });

  test('that breaks the contract is refused with the reason', async () => {
    const strict = { ...ask, messages: [{ ...orderPlaced, payload: false }] };
    const { answer } = await answered(strict, {});
    expect(answer).toEqual(new RefusedRequestError('payload# is not allowed'));
  });

  test('whose reply breaks the contract is refused without telling strangers why', async () => {
    const { answer, errors } = await answered(ask, { name: 'order.cancelled', payload: {} });
    expect(answer).toEqual(new RefusedRequestError('could not be answered'));
    expect(errors).toEqual([
      'InvalidMessageError: The message "order.cancelled" breaks the contract: payload#/reason is missing',
    ]);
  });

  test('whose reply breaks the contract on the way is not handed on', async () => {
    const wide = { ...ask, reply: [{ ...orderCancelled, payload: true }] };
    const { answer } = await answered(wide, { payload: {} });
    expect(String(answer)).toBe(
      'InvalidMessageError: The reply to publishOrder breaks the contract: payload#/reason is missing',
    );
  });

  test('reaches the operation that it is for, where several share an address', async () => {
    const broker = new MemoryBroker();
    const receiver = new Receiver(broker, schemas, { durable: 'd', deadLetter: async () => expect.unreachable() });
    const jot = operation([note], { name: 'jot', address: 'ask', others: [orderPlaced], reply: [note] });
    const place = operation([orderPlaced], { name: 'place', address: 'ask', others: [note], reply: [note] });
    for (const spec of [jot, place]) await receiver.respond(spec, () => ({ payload: spec.name }));
    const sender = new Sender(broker, schemas);
    const replies = await Promise.all([sender.request(place, request), sender.request(jot, { payload: 'x' })]);
    expect(replies.map(({ payload }) => payload)).toEqual(['place', 'jot']);
  });
});
