import { expect, test } from 'vitest';
import type { Stage } from '../bus-suite.ts';
import { ingested, newId } from '../events.ts';
import { until } from '../until.ts';

export function restarting(stage: () => Stage): void {
  test('a restart keeps messages, positions, the count of deliveries and the ids seen', async () => {
    const first: string[] = [];
    const failing = ingested(newId('rec'), 2);
    await stage().consume(
      'asr-batch',
      ({ payload }, { deliveries }) => {
        first.push(`${payload.data.sizeBytes} ${deliveries}`);
        if (payload.data.sizeBytes === 2) throw new Error('later');
      },
      { retry: { delayMs: () => 300 } },
    );
    await stage().publisher.publishRecordingIngested(ingested(newId('rec'), 1));
    await stage().publisher.publishRecordingIngested(failing);
    await until(() => first.length === 2);
    await stage().reopen();
    expect(await stage().publisher.publishRecordingIngested(failing)).toMatchObject({ duplicate: true });
    await stage().publisher.publishRecordingIngested(ingested(newId('rec'), 3));
    const second: string[] = [];
    await stage().consume('asr-batch', ({ payload }, { deliveries }) => {
      second.push(`${payload.data.sizeBytes} ${deliveries}`);
    });
    await until(() => second.length === 2);
    expect([first, second.toSorted()]).toEqual([
      ['1 1', '2 1'],
      ['2 2', '3 1'],
    ]);
  });
}
