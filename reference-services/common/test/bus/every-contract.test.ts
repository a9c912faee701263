import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as embeddingsCreated from '../../../events/embeddings-created/generated/index.ts';
import * as modelPromoted from '../../../events/model-promoted/generated/index.ts';
import * as nlpPostprocessed from '../../../events/nlp-postprocessed/generated/index.ts';
import * as recordingIngested from '../../../events/recording-ingested/generated/index.ts';
import * as transcriptionCompleted from '../../../events/transcription-completed/generated/index.ts';
import { openTestDatabase } from '../../../metadata/test/support/embedded.ts';
import type { Database } from '../../database/database.ts';
import { openBus } from '../../events/open-bus.ts';
import { platform } from '../../events/streams/platform.ts';
import { workerOptions } from '../../events/worker-options.ts';
import { until } from './until.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface Example {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: { readonly id: string };
}

interface EventContract {
  readonly components: { readonly messages: Readonly<Record<string, { readonly examples: readonly Example[] }>> };
}

function examplesOf(name: string): readonly Example[] {
  const file = new URL(`../../../../contracts/${name}/asyncapi.yaml`, import.meta.url);
  // Our own contracts, which validation has looked at; an example that is missing shows in the comparison.
  const { components } = load(readFileSync(file, 'utf8')) as EventContract;
  return Object.values(components.messages).flatMap(({ examples }) => examples);
}

test("the examples of every event contract reach every one of its workers through the bus and the contract's own code", async () => {
  const bus = await openBus({ database });
  const seen: string[] = [];
  for (const { durable } of platform.streams.flatMap(({ workers }) => workers)) {
    const options = workerOptions(bus, durable);
    const note = ({ payload }: { readonly payload: { readonly id: string } }) =>
      void seen.push(`${durable} ${payload.id}`);
    const receive = {
      'asr-batch': () => recordingIngested.createConsumer(bus, options).receiveRecordingIngested(note),
      'metadata-recordings': () => recordingIngested.createConsumer(bus, options).receiveRecordingIngested(note),
      'nlp-post': () => transcriptionCompleted.createConsumer(bus, options).receiveTranscriptionCompleted(note),
      'metadata-transcripts': () =>
        transcriptionCompleted.createConsumer(bus, options).receiveTranscriptionCompleted(note),
      embeddings: () => nlpPostprocessed.createConsumer(bus, options).receiveNlpPostprocessed(note),
      'metadata-sentences': () => nlpPostprocessed.createConsumer(bus, options).receiveNlpPostprocessed(note),
      'search-invalidation': () => embeddingsCreated.createConsumer(bus, options).receiveEmbeddingsCreated(note),
      'metadata-embeddings': () => embeddingsCreated.createConsumer(bus, options).receiveEmbeddingsCreated(note),
      'asr-models': () => modelPromoted.createConsumer(bus, options).receiveModelPromoted(note),
    }[durable];
    if (receive === undefined) throw new Error(`${durable} is new: say here which event it receives.`);
    await receive();
  }
  const expected: string[] = [];
  for (const { subjects, workers } of platform.streams) {
    const [subject = ''] = subjects;
    for (const { payload, headers } of examplesOf(subject.replace('.v1', '').replace('.', '-'))) {
      const body = new TextEncoder().encode(JSON.stringify(payload));
      const typed = { ...headers, 'content-type': 'application/cloudevents+json' };
      await bus.publish({ address: { template: subject, parameters: {} }, id: payload.id, headers: typed, body });
      expected.push(...workers.map(({ durable }) => `${durable} ${payload.id}`));
    }
  }
  await until(() => seen.length >= expected.length);
  expect([bus.kind, seen.toSorted()]).toEqual(['database', expected.toSorted()]);
  await bus.close();
});

test('a worker that no stream has is refused', async () => {
  const bus = await openBus({ database });
  expect(() => workerOptions(bus, 'nobody')).toThrow(
    'No stream has a worker nobody. Add it to the stream definitions.',
  );
  await bus.close();
});
