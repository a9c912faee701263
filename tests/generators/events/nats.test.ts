import { jetstreamManager, StorageType } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { expect, test } from 'vitest';
import { deadLettersTo } from '../../../generators/events/runtime/dead-letter.ts';
import { NatsBroker } from '../../../generators/events/runtime/nats.ts';
import { subjectFilter, subjectOf } from '../../../generators/events/runtime/nats-subject.ts';
import { Receiver } from '../../../generators/events/runtime/receiver.ts';
import { Sender } from '../../../generators/events/runtime/sender.ts';
import { brokerSuite } from './broker-suite.ts';
import { operation, orderCancelled, schemas } from './specs.ts';

// An empty one is none.
const servers = process.env.NATS_URL || undefined;
if (servers === undefined) console.log('skipped: the NATS broker needs a server with JetStream; set NATS_URL to one.');

let count = 0;

/** A stream of its own for each test, on a server that tests may write to. */
async function open() {
  const connection = await connect({ servers: servers ?? '' });
  const prefix = `ai2text-test-${process.pid}-${count++}`;
  const manager = await jetstreamManager(connection);
  const subjects = ['a', 'twice', 'later', 'never', 'shared', 'durable', 'many', 'lights.>'];
  await manager.streams.add({
    ...{ name: prefix, storage: StorageType.Memory },
    subjects: subjects.map((subject) => `${prefix}.${subject}`),
  });
  const broker = new NatsBroker(connection);
  const close = async (): Promise<void> => {
    await broker.close();
    await manager.streams.delete(prefix);
    await connection.close();
  };
  return { broker, prefix, close, connection, manager };
}

if (servers !== undefined) brokerSuite('the broker on NATS', open);

test.skipIf(servers === undefined)(
  'a message whose worker died comes again, one whose worker lives does not',
  async () => {
    const { broker: _, prefix, close, connection } = await open();
    const quick = new NatsBroker(connection, { ackWaitMs: 400 });
    const seen: string[] = [];
    const slow = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_200));
    const { promise: again, resolve: cameAgain } = Promise.withResolvers<void>();
    await quick.subscribe(`${prefix}.a`, { durable: 'alive', concurrency: 2 }, async (delivery) => {
      seen.push(`alive ${delivery.deliveries}`);
      await slow();
      await delivery.ack();
    });
    await quick.subscribe(`${prefix}.a`, { durable: 'dead', concurrency: 2 }, async (delivery) => {
      seen.push(`dead ${delivery.deliveries}`);
      // Unsettled the first time, as by a process that is gone.
      if (delivery.deliveries > 1) await delivery.ack().then(cameAgain);
    });
    await quick.publish({
      ...{ address: { template: `${prefix}.a`, parameters: {} }, id: 'x', headers: {} },
      body: new Uint8Array(),
    });
    await again;
    await slow();
    await quick.close();
    expect(seen.toSorted()).toEqual(['alive 1', 'dead 1', 'dead 2']);
    await close();
  },
);

test.skipIf(servers === undefined)('a durable consumer of another subject is not taken over', async () => {
  const { broker, prefix, close, manager } = await open();
  const options = { durable: 'one', concurrency: 1 };
  await broker.subscribe(`${prefix}.a`, options, (delivery) => delivery.ack());
  await expect(broker.subscribe(`${prefix}.later`, options, (delivery) => delivery.ack())).rejects.toThrow(
    `The durable consumer one of ${prefix} is for ${prefix}.a, not for ${prefix}.later`,
  );
  const { config } = await manager.consumers.info(prefix, 'one');
  expect([config.ack_policy, config.max_deliver]).toEqual(['explicit', -1]);
  await close();
});

test.skipIf(servers === undefined)(
  'what no handler can finish is stored as a dead letter, and then the original goes',
  async () => {
    const { broker, prefix, close, manager } = await open();
    const address = `${prefix}.a`;
    const deadLetters: string[] = [];
    const handled: number[] = [];
    const { promise: stored, resolve } = Promise.withResolvers<void>();
    const receiver = new Receiver(broker, schemas, {
      ...{ durable: 'asr', deadLetter: deadLettersTo(broker, `${prefix}.durable`), retry: { delayMs: () => 50 } },
    });
    await receiver.receive(operation([orderCancelled], { address }), (_, { deliveries }) => {
      handled.push(deliveries);
      throw new Error('no room');
    });
    await broker.subscribe(`${prefix}.durable`, { durable: 'dlq', concurrency: 1 }, async ({ ack, headers, body }) => {
      deadLetters.push(
        `${headers['dead-letter-reason']} ${headers['dead-letter-error']} ${new TextDecoder().decode(body)}`,
      );
      await ack();
      if (deadLetters.length === 2) resolve();
    });
    const sender = new Sender(broker, schemas);
    await sender.send(operation([orderCancelled], { address }), { payload: { reason: 'late' } });
    await sender.send(operation([{ ...orderCancelled, payload: true }], { address }), { payload: {} });
    await stored;
    expect(handled).toEqual([1, 2, 3]);
    expect(deadLetters).toEqual(['invalid payload#/reason is missing {}', 'failed Error: no room {"reason":"late"}']);
    await broker.close();
    const { num_pending, num_ack_pending } = await manager.consumers.info(prefix, 'asr');
    expect({ num_pending, num_ack_pending }).toEqual({ num_pending: 0, num_ack_pending: 0 });
    await close();
  },
);

test.each([
  ['recording.ingested.v1', 'recording.ingested.v1'],
  ['/v1/stream', 'v1.stream'],
  ['light/{id}/measured', 'light.*.measured'],
  ['a.{b.c/d}.e-{f}', 'a.*.*'],
])('the address %s is the subject %s', (address, subject) => {
  expect(subjectFilter(address)).toBe(subject);
});

test.each(['', '/', 'a..b', 'a b', 'a.*', 'a.>', 'a//b'])('the address %j is no subject', (address) => {
  expect(() => subjectFilter(address)).toThrow(`The address ${JSON.stringify(address)} is no NATS subject`);
});

test.each(['', 'a.b', '*', '>', 'a b', 'a\n'])('the value %j cannot lead to another subject', (id) => {
  const address = { template: 'light/{id}', parameters: { id } };
  expect(() => subjectOf(address)).toThrow(`${JSON.stringify(id)} cannot stand for "id" in the address light.{id}`);
});
