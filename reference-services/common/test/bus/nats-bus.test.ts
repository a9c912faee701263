import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../metadata/test/support/embedded.ts';
import type { Database } from '../../database/database.ts';
import { connectTo, openNatsBus } from '../../events/nats-bus/nats-bus.ts';
import { migrateOutbox } from '../../events/outbox/migrate-outbox.ts';
import { ensureStreams } from '../../events/streams/ensure-streams.ts';
import { busSuite } from './bus-suite.ts';
import { testDefinition } from './definition.ts';

// An empty one is none.
const url = process.env.NATS_URL || undefined;
if (url === undefined) console.log('skipped: the bus on NATS needs a server with JetStream; set NATS_URL to one.');

describe.skipIf(url === undefined)('on NATS', () => {
  let database: Database;
  let count = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
    await migrateOutbox(database);
  });
  afterAll(() => database.close());

  const newPrefix = () => `test${process.pid}x${count++}`;

  async function connectManager() {
    const connection = await connectTo({ url: url ?? '' });
    const manager = await jetstreamManager(connection);
    const deleteStreams = async (prefix: string): Promise<void> => {
      for await (const { config } of manager.streams.list()) {
        if (config.name.startsWith(`${prefix}_`)) await manager.streams.delete(config.name);
      }
      await connection.close();
    };
    return { manager, deleteStreams };
  }

  busSuite('the bus on NATS', async () => {
    const prefix = newPrefix();
    return {
      ...{ prefix, database },
      open: (ackWaitMs) =>
        openNatsBus({
          ...{ url: url ?? '', ackWaitMs, storage: 'memory' },
          definition: testDefinition(prefix, ackWaitMs),
        }),
      close: async () => {
        await database.script('DELETE FROM outbox');
        const { deleteStreams } = await connectManager();
        await deleteStreams(prefix);
      },
    };
  });

  test('streams and workers are made once, and changed when their definition changes', async () => {
    const { manager, deleteStreams } = await connectManager();
    const prefix = newPrefix();
    const definition = testDefinition(prefix);
    const outcomes = async (changed = definition) =>
      (await ensureStreams(manager, changed, { storage: 'memory' }))
        .filter(({ outcome }) => outcome !== 'unchanged')
        .map(({ kind, name, outcome }) => `${outcome} ${kind} ${name.replaceAll(`${prefix}_`, '')}`);
    const created = await outcomes();
    expect(created).toEqual(
      [
        ...['RECORDINGS', 'TRANSCRIPTIONS', 'NLP', 'EMBEDDINGS', 'MODELS', 'DLQ_ASR', 'DLQ_NLP', 'DLQ_EMBEDDINGS'].map(
          (name) => `created stream ${name}`,
        ),
        'created stream ADVISORIES',
        ...['RECORDINGS asr-batch', 'RECORDINGS metadata-recordings', 'TRANSCRIPTIONS nlp-post'],
        ...['TRANSCRIPTIONS metadata-transcripts', 'NLP embeddings', 'NLP metadata-sentences'],
        ...['EMBEDDINGS search-invalidation', 'EMBEDDINGS metadata-embeddings', 'MODELS asr-models'],
      ].map((line) => (line.startsWith('created') ? line : `created worker ${line}`)),
    );
    expect(await outcomes()).toEqual([]);
    const [recordings, ...others] = definition.streams;
    const [asr, ...workers] = recordings?.workers ?? [];
    if (recordings === undefined || asr === undefined) throw new Error('The platform has such a stream.');
    const changed = { ...recordings, maxAgeSeconds: 3_600, workers: [{ ...asr, ackWaitSeconds: 60 }, ...workers] };
    const expected = ['updated stream RECORDINGS', 'updated worker RECORDINGS asr-batch'];
    expect(await outcomes({ ...definition, streams: [changed, ...others] })).toEqual(expected);
    expect(await outcomes({ ...definition, streams: [changed, ...others] })).toEqual([]);
    await deleteStreams(prefix);
  });

  test('a server that is not there is a sentence', async () => {
    await expect(openNatsBus({ url: 'nats://127.0.0.1:1' })).rejects.toThrow(
      'The NATS server at 127.0.0.1:1 cannot be used: connection refused. Put NATS_URL right, or unset it to use the database.',
    );
  });
});
