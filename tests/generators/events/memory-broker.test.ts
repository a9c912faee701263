import { expect, test } from 'vitest';
import { MemoryBroker } from '../../../generators/events/runtime/memory-broker.ts';
import { brokerSuite } from './broker-suite.ts';

brokerSuite('the broker in memory', async () => {
  const broker = new MemoryBroker();
  return { broker, prefix: 'test', close: () => broker.close() };
});

const outgoing = (id: string) => ({
  ...{ id, address: { template: 'a', parameters: {} }, headers: {} },
  body: new TextEncoder().encode(id),
});

test('an id is forgotten when its time is over', async () => {
  let now = 0;
  const broker = new MemoryBroker({ duplicateWindowMs: 1_000, now: () => now });
  const published: boolean[] = [];
  for (const time of [0, 999, 1_000]) {
    now = time;
    published.push((await broker.publish(outgoing('x'))).duplicate);
  }
  expect(published).toEqual([false, true, false]);
});

test('only the latest messages are kept for those who come later', async () => {
  const broker = new MemoryBroker({ keep: 2 });
  for (const id of ['1', '2', '3']) await broker.publish(outgoing(id));
  expect(broker.messages.map(({ id, address }) => `${id} ${address}`)).toEqual(['2 a', '3 a']);
  const seen: (string | undefined)[] = [];
  await broker.subscribe('a', { durable: 'd', concurrency: 1 }, async (delivery) => {
    seen.push(delivery.id);
    await delivery.ack();
  });
  await broker.settled();
  expect(seen).toEqual(['2', '3']);
});

test('what was delivered is not what the publisher still holds', async () => {
  const broker = new MemoryBroker();
  const message = { ...outgoing('x'), headers: { a: '1' } };
  await broker.publish(message);
  message.body.fill(0);
  message.headers.a = '2';
  expect(broker.messages.map(({ body, headers }) => [new TextDecoder().decode(body), headers])).toEqual([
    ['x', { a: '1' }],
  ]);
});
