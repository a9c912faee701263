import { expect, test } from 'vitest';
import { PermanentError } from '../../../../events/recording-ingested/generated/index.ts';
import { readCommand, runCommand } from '../../../events/dlq/command.ts';
import type { Stage } from '../bus-suite.ts';
import { ingested, newId } from '../events.ts';
import { until } from '../until.ts';

export function dlq(stage: () => Stage): void {
  /** Runs `dlq` with these words and gives what it prints, without what differs from run to run. */
  async function run(...words: string[]) {
    let output = '';
    const code = await runCommand(stage().bus, readCommand(words), (text) => {
      output += text;
    });
    const numbers = new Map<string, string>();
    const numbered = (id: string) => numbers.set(id, numbers.get(id) ?? String(numbers.size + 1)).get(id) ?? '';
    return {
      code,
      lines: output
        .replaceAll(`${stage().under.prefix}_`, '')
        .replaceAll(`${stage().under.prefix}.`, '')
        .replaceAll(/(?<=DLQ_ASR-)\d+/g, numbered)
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
        .replaceAll(/\b(evt|rec|upl)_[0-9A-Z]{26}/g, '<$1>')
        .replaceAll(/ {2,}/g, '  ')
        .split('\n'),
    };
  }

  async function giveUp(): Promise<void> {
    await stage().consume('asr-batch', () => {
      throw new PermanentError('no\u001b[31m room');
    });
    await stage().publishRaw('["not an event"]', newId('evt'));
    await stage().publisher.publishRecordingIngested(ingested());
    await until(async () => (await stage().letters()).length === 2);
  }

  test('dlq lists, shows, sends again and drops', async () => {
    const empty = { code: 0, lines: ['No dead letters.', ''] };
    expect(await run('list')).toEqual(empty);
    await giveUp();
    const [broken, failed] = await stage().letters();
    const list = await run('list', '--queue', `${stage().under.prefix}_DLQ_ASR`);
    expect({ ...list, lines: list.lines.map((line) => line.replace(/payload#.*/, '<faults>')) }).toEqual({
      code: 0,
      lines: [
        'ID  STORED  WORKER  REASON  DELIVERIES  ERROR',
        'DLQ_ASR-1  <time>  asr-batch  invalid  1  <faults>',
        // Headers are lines, so the escape went when the letter was stored.
        'DLQ_ASR-2  <time>  asr-batch  failed  1  PermanentError: no [31m room',
        '2 dead letters',
        '',
      ],
    });
    const shown = await run('show', '--id', broken?.id ?? '');
    expect({ ...shown, lines: shown.lines.map((line) => line.replace(/payload#.*/, '<faults>')) }).toEqual({
      code: 0,
      lines: [
        'id  DLQ_ASR-1',
        'stored  <time>',
        'address  recording.ingested.v1',
        'worker  asr-batch',
        'reason  invalid',
        'error  <faults>',
        'deliveries  1',
        'message id  <evt>',
        'header content-type  application/cloudevents+json',
        '',
        '[',
        '  "not an event"',
        ']',
        '',
      ],
    });
    expect(await run('drop', '--id', broken?.id ?? '', '--id', 'DLQ_ASR-999999999')).toEqual({
      code: 1,
      lines: ['DLQ_ASR-1: dropped', 'DLQ_ASR-2: there is no such dead letter', ''],
    });
    expect(await run('replay', '--all')).toEqual({
      code: 0,
      lines: ['DLQ_ASR-1: sent again to asr-batch on recording.ingested.v1', ''],
    });
    // It fails again, and is a dead letter once more.
    await until(async () => (await stage().letters()).some(({ id }) => id !== failed?.id));
    expect((await run('drop', '--queue', `${stage().under.prefix}_DLQ_ASR`)).lines).toEqual(['DLQ_ASR-1: dropped', '']);
    expect(await run('list')).toEqual(empty);
  });

  test('dlq names the queues that there are', async () => {
    await expect(run('list', '--queue', 'DLQ')).rejects.toMatchObject({
      name: 'UsageError',
      message: `There is no queue DLQ. The queues are ${['ASR', 'NLP', 'EMBEDDINGS'].map((queue) => `${stage().under.prefix}_DLQ_${queue}`).join(', ')}.`,
    });
  });
}
