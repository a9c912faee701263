import { expect, test } from 'vitest';
import { onceOnly } from '../../../events/outbox/once-only.ts';
import type { Stage } from '../bus-suite.ts';
import { ingested, newId } from '../events.ts';
import { pause, until } from '../until.ts';

export function consuming(stage: () => Stage): void {
  test('an event that is published twice is delivered once to each worker', async () => {
    const seen: string[] = [];
    await stage().consume('asr-batch', (_, { event }) => void seen.push(`asr ${event?.id}`));
    await stage().consume('metadata-recordings', (_, { event }) => void seen.push(`metadata ${event?.id}`));
    const twice = ingested();
    const last = ingested();
    for (const event of [twice, twice, last]) await stage().publisher.publishRecordingIngested(event);
    await until(() => seen.length === 4);
    const ids = [twice.payload.id, last.payload.id];
    expect(seen.toSorted()).toEqual([...ids.map((id) => `asr ${id}`), ...ids.map((id) => `metadata ${id}`)].toSorted());
  });

  test('what fails comes again after growing delays, and others do not wait for it', async () => {
    const times: number[] = [];
    const triesWhenOthersCame: number[] = [];
    const failing = ingested();
    for (const event of [failing, ingested(), ingested()]) await stage().publisher.publishRecordingIngested(event);
    await stage().consume(
      'asr-batch',
      ({ payload }, { deliveries }) => {
        if (payload.id !== failing.payload.id) return void triesWhenOthersCame.push(times.length);
        times.push(performance.now());
        if (deliveries < 3) throw new Error('not yet');
      },
      { retry: { delayMs: (deliveries) => deliveries * 250 } },
    );
    await until(() => times.length === 3);
    const [first = 0, second = 0, third = 0] = times;
    expect([second - first > 240, third - second > 490]).toEqual([true, true]);
    expect(triesWhenOthersCame.map((tries) => tries < 3)).toEqual([true, true]);
    expect(await stage().letters()).toEqual([]);
  });

  test('an event that is delivered five times is handled once by who asks first', async () => {
    const { database } = stage().under;
    const event = ingested();
    let deliveries = 0;
    let handled = 0;
    await stage().consume(
      'asr-batch',
      async ({ payload }) => {
        await database.transaction(async (tx) => {
          if (await onceOnly(tx, `asr-${stage().under.prefix}`, payload.id)) handled++;
        });
        deliveries++;
      },
      { concurrency: 5 },
    );
    // Under five message ids, as when each repetition comes after the bus has forgotten the last one.
    for (let i = 0; i < 5; i++) await stage().publisher.publishRecordingIngested({ ...event, id: newId('evt') });
    await until(() => deliveries === 5);
    expect(handled).toBe(1);
  });

  test('work that is rolled back leaves its event unhandled', async () => {
    const { database, prefix } = stage().under;
    const attempts: boolean[] = [];
    await stage().consume('asr-batch', ({ payload }) =>
      database.transaction(async (tx) => {
        attempts.push(await onceOnly(tx, `rolled-back-${prefix}`, payload.id));
        if (attempts.length === 1) throw new Error('the disk is full');
      }),
    );
    await stage().publisher.publishRecordingIngested(ingested());
    await until(() => attempts.length === 2);
    expect(attempts).toEqual([true, true]);
  });

  test('closing waits for the work under way and takes nothing more', async () => {
    const begun: number[] = [];
    const finished: number[] = [];
    await stage().consume('asr-batch', async ({ payload }) => {
      begun.push(payload.data.sizeBytes);
      await pause(150);
      finished.push(payload.data.sizeBytes);
    });
    for (const size of [1, 2, 3]) await stage().publisher.publishRecordingIngested(ingested(newId('rec'), size));
    await until(() => begun.length === 1);
    await stage().reopen();
    expect([begun, finished]).toEqual([[1], [1]]);
    const rest: string[] = [];
    await stage().consume('asr-batch', ({ payload }, { deliveries }) => {
      rest.push(`${payload.data.sizeBytes} ${deliveries}`);
    });
    await until(() => rest.length === 2);
    expect(rest).toEqual(['2 1', '3 1']);
  });

  test('a worker goes back in time, and no other notices', async () => {
    const seen: Record<string, number[]> = { asr: [], metadata: [] };
    await stage().consume('asr-batch', ({ payload }) => void seen.asr?.push(payload.data.sizeBytes));
    await stage().consume('metadata-recordings', ({ payload }) => void seen.metadata?.push(payload.data.sizeBytes));
    const position = { durable: 'asr-batch', address: stage().address };
    const send = (size: number) => stage().publisher.publishRecordingIngested(ingested(newId('rec'), size));
    await send(1);
    await pause(20);
    const time = new Date();
    await pause(20);
    await send(2);
    await until(() => seen.asr?.length === 2);
    await stage().bus.rewind(position, time);
    await until(() => seen.asr?.length === 3);
    await stage().bus.rewind(position, 1);
    await until(() => seen.asr?.length === 5);
    await send(3);
    await until(() => seen.asr?.length === 6 && seen.metadata?.length === 3);
    expect(seen).toEqual({ asr: [1, 2, 2, 1, 2, 3], metadata: [1, 2, 3] });
  });

  test('a worker that nobody knows cannot go back', async () => {
    const nobody = { durable: 'nobody', address: stage().address };
    await expect(stage().bus.rewind(nobody, 1)).rejects.toMatchObject({
      ...{ name: 'BusError', message: `No worker nobody has subscribed to ${stage().address}.` },
    });
  });
}
