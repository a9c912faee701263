import { expect, test } from 'vitest';
import { PermanentError } from '../../../../events/recording-ingested/generated/index.ts';
import type { StoredLetter } from '../../../events/dead-letters/dead-letters.ts';
import { workerOptions } from '../../../events/worker-options.ts';
import type { Stage } from '../bus-suite.ts';
import { ingested, newId } from '../events.ts';
import { until } from '../until.ts';

export function deadLetters(stage: () => Stage): void {
  const textOf = ({ body }: StoredLetter) => new TextDecoder().decode(body);

  test('after three deliveries the whole message is a dead letter with its error, and only this worker gave it up', async () => {
    const attempts: number[] = [];
    const metadata: string[] = [];
    const event = ingested();
    await stage().consume('asr-batch', (_, { deliveries }) => {
      attempts.push(deliveries);
      throw new Error('no room');
    });
    await stage().consume('metadata-recordings', ({ payload }) => void metadata.push(payload.id));
    await stage().publisher.publishRecordingIngested(event);
    await until(async () => (await stage().letters()).length === 1);
    const [letter] = await stage().letters();
    expect([attempts, metadata]).toEqual([[1, 2, 3], [event.payload.id]]);
    expect(letter).toMatchObject({
      ...{ queue: `${stage().under.prefix}_DLQ_ASR`, reason: 'failed', error: 'Error: no room', deliveries: 3 },
      ...{ address: stage().address, durable: 'asr-batch', messageId: event.payload.id },
      headers: { 'content-type': 'application/cloudevents+json' },
    });
    expect(JSON.parse(letter ? textOf(letter) : '')).toMatchObject({ id: event.payload.id, data: event.payload.data });
    expect(letter && (await stage().bus.deadLetters.find(letter.id))).toEqual(letter);
  });

  test('a message that breaks its contract never reaches a handler, and neither it nor poison blocks the good ones', async () => {
    const seen: number[] = [];
    await stage().consume('asr-batch', ({ payload }) => {
      if (payload.data.sizeBytes === 3) throw new PermanentError('poison');
      seen.push(payload.data.sizeBytes);
    });
    for (const size of [1, 2, 3, 4]) await stage().publisher.publishRecordingIngested(ingested(newId('rec'), size));
    await stage().publishRaw('{"specversion":"1.0"}', newId('evt'));
    await stage().publishRaw('not JSON', newId('evt'));
    await stage().publisher.publishRecordingIngested(ingested(newId('rec'), 5));
    await until(async () => seen.length === 4 && (await stage().letters()).length === 3);
    expect(seen).toEqual([1, 2, 4, 5]);
    const [poison, broken, unreadable] = await stage().letters();
    expect([poison?.reason, poison?.error]).toEqual(['failed', 'PermanentError: poison']);
    expect([broken?.reason, broken && textOf(broken)]).toEqual(['invalid', '{"specversion":"1.0"}']);
    expect(broken?.error).toContain('payload#/data is missing');
    expect([unreadable?.reason, unreadable && textOf(unreadable)]).toEqual(['unreadable', 'not JSON']);
  });

  test('a dead letter that is sent again reaches the worker that gave it up, and leaves its queue', async () => {
    let broken = true;
    const asr: unknown[] = [];
    const metadata: string[] = [];
    await stage().consume('asr-batch', (_, { event, deliveries }) => {
      if (broken) throw new PermanentError('no model');
      asr.push([event?.id, deliveries]);
    });
    await stage().consume('metadata-recordings', ({ payload }) => void metadata.push(payload.id));
    const event = ingested();
    await stage().publisher.publishRecordingIngested(event);
    await until(async () => (await stage().letters()).length === 1);
    broken = false;
    for (const letter of await stage().letters()) await stage().bus.deadLetters.replay(letter);
    await until(() => asr.length === 1);
    const next = ingested();
    await stage().publisher.publishRecordingIngested(next);
    await until(() => asr.length === 2 && metadata.length === 2);
    expect(asr).toEqual([event, next].map(({ payload }) => [payload.id, 1]));
    expect(metadata).toEqual([event.payload.id, next.payload.id]);
    expect(await stage().letters()).toEqual([]);
  });

  test('a dead letter that fails again is a dead letter again', async () => {
    await stage().consume('asr-batch', () => {
      throw new PermanentError('no model');
    });
    await stage().publisher.publishRecordingIngested(ingested());
    await until(async () => (await stage().letters()).length === 1);
    const [first] = await stage().letters();
    if (first !== undefined) await stage().bus.deadLetters.replay(first);
    await until(async () => (await stage().letters()).some(({ id }) => id !== first?.id));
    const [second, ...more] = await stage().letters();
    expect([second?.error, second && textOf(second), more]).toEqual([first?.error, first && textOf(first), []]);
  });

  test('a dead letter that is dropped is gone', async () => {
    await stage().consume('asr-batch', () => {
      throw new PermanentError('no model');
    });
    for (let i = 0; i < 2; i++) await stage().publisher.publishRecordingIngested(ingested());
    await until(async () => (await stage().letters()).length === 2);
    const [first, second] = await stage().letters();
    if (first !== undefined) await stage().bus.deadLetters.drop(first);
    expect(await stage().letters()).toEqual([second]);
    expect(await stage().bus.deadLetters.find(first?.id ?? '')).toBeUndefined();
  });

  test('a message whose dead letter cannot be stored is kept until it can', async () => {
    const { deadLetter } = workerOptions(stage().bus, 'asr-batch');
    let attempts = 0;
    const handler = () => {
      throw new Error('no room');
    };
    const sink: typeof deadLetter = async (letter) => {
      if (++attempts === 1) throw new Error('the queue is away');
      await deadLetter(letter);
    };
    await stage().consume('asr-batch', handler, { deadLetter: sink, retry: { delayMs: () => 50 } });
    await stage().publisher.publishRecordingIngested(ingested());
    await until(async () => (await stage().letters()).length === 1);
    expect((await stage().letters()).map(({ reason, durable }) => [reason, durable])).toEqual([
      ['failed', 'asr-batch'],
    ]);
  });

  test('a message that kills its worker three times becomes a dead letter', async () => {
    await stage().reopen(400);
    let deaths = 0;
    const dying = { durable: 'asr-batch', concurrency: 1 };
    // It never says what became of the message, like a process that is gone.
    const worker = await stage().bus.subscribe(stage().address, dying, async () => {
      deaths++;
    });
    const deadly = ingested();
    await stage().publisher.publishRecordingIngested(deadly);
    await until(() => deaths === 3);
    await worker.drain();
    const seen: string[] = [];
    await stage().consume('asr-batch', ({ payload }) => void seen.push(payload.id));
    const good = ingested();
    await stage().publisher.publishRecordingIngested(good);
    await until(async () => (await stage().letters()).length === 1 && seen.length === 1);
    const [letter] = await stage().letters();
    expect(letter?.error).toMatch(/^was delivered [34] times, and no worker lived to finish it$/);
    expect([letter?.messageId, seen]).toEqual([deadly.payload.id, [good.payload.id]]);
  });
}
