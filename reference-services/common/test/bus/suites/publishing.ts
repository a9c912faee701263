import { expect, test } from 'vitest';
import { createPublisher } from '../../../../events/recording-ingested/generated/index.ts';
import { Relay } from '../../../events/outbox/relay.ts';
import type { Broker } from '../../../events/runtime.ts';
import type { Stage } from '../bus-suite.ts';
import { ingested, newId } from '../events.ts';
import { until } from '../until.ts';

const position = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

export function publishing(stage: () => Stage): void {
  const relayTo = (broker: Pick<Broker, 'publish'>, claimMs = 30_000) =>
    new Relay(stage().outbox, stage().under.database, broker, { pollMs: 60_000, claimMs });
  const add = (event: ReturnType<typeof ingested>, traceparent?: string) =>
    stage().under.database.transaction((tx) =>
      createPublisher(stage().outbox.within(tx, { traceparent })).publishRecordingIngested(event),
    );

  test('what is committed is published at once, and its trace comes along', async () => {
    const seen: unknown[] = [];
    await stage().consume('asr-batch', ({ headers }, { event }) => {
      seen.push([event?.id, event?.traceparent, headers.traceparent]);
    });
    const relay = relayTo(stage().bus);
    const event = ingested();
    await add(event, position);
    await until(() => seen.length === 1);
    expect(seen).toEqual([[event.payload.id, position, position]]);
    await relay.stop();
  });

  test('events of one key come in order, though two relays publish', async () => {
    const keys = [newId('rec'), newId('rec'), newId('rec')];
    const seen = new Map<string, number[]>(keys.map((key) => [key, []]));
    let count = 0;
    await stage().consume('asr-batch', ({ payload }) => {
      seen.get(payload.data.recordingId)?.push(payload.data.sizeBytes);
      count++;
    });
    for (let i = 1; i <= 10; i++) for (const key of keys) await add(ingested(key, i));
    const relays = [relayTo(stage().bus), relayTo(stage().bus)];
    await until(() => count === 30);
    expect([...seen.values()]).toEqual(keys.map(() => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    await Promise.all(relays.map((relay) => relay.stop()));
  });

  test('a crash between the commit and the publishing loses nothing', async () => {
    const seen: string[] = [];
    await stage().consume('asr-batch', ({ payload }) => void seen.push(payload.id));
    const event = ingested();
    await add(event);
    expect((await stage().outbox.state()).pending).toBe(1);
    const relay = relayTo(stage().bus);
    await until(() => seen.length === 1);
    expect(seen).toEqual([event.payload.id]);
    await relay.stop();
    expect((await stage().outbox.state()).pending).toBe(0);
  });

  test('a crash between the publishing and its record publishes again, and the bus drops it', async () => {
    const seen: string[] = [];
    const receipts: boolean[] = [];
    await stage().consume('asr-batch', ({ payload }) => void seen.push(payload.id));
    const event = ingested();
    // Published, but the relay never hears of it.
    const dying = relayTo({
      publish: (message) =>
        stage()
          .bus.publish(message)
          .then(() => Promise.reject(new Error('killed'))),
    });
    await add(event);
    await until(() => seen.length === 1);
    await dying.stop();
    const relay = new Relay(
      stage().outbox,
      stage().under.database,
      {
        publish: async (message) => {
          const receipt = await stage().bus.publish(message);
          receipts.push(receipt.duplicate);
          return receipt;
        },
      },
      { pollMs: 20 },
    );
    await until(() => receipts.length === 1);
    await add(ingested());
    await until(() => seen.length === 2);
    expect([receipts, seen[0]]).toEqual([[true, false], event.payload.id]);
    await relay.stop();
  });
}
