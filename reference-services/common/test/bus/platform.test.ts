import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { platform } from '../../events/streams/platform.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

interface EventContract {
  readonly channels: Readonly<Record<string, { readonly 'x-jetstream': JetStream }>>;
  readonly operations: Readonly<Record<string, { readonly 'x-consumers': readonly Consumer[] }>>;
}

interface JetStream {
  readonly stream: string;
  readonly subjects: readonly string[];
  readonly maxAgeSeconds: number;
  readonly maxMessageBytes: number;
  readonly duplicateWindowSeconds: number;
  readonly deadLetterStream: string;
}

interface Consumer {
  readonly service: string;
  readonly durable: string;
  readonly maxDeliver: number;
  readonly ackWaitSeconds: number;
  readonly nakDelaySeconds: readonly number[];
  readonly maxAckPending: number;
}

/** The stream of a contract as the definition would say it. */
function streamOf({ channels, operations }: EventContract) {
  const [channel] = Object.values(channels);
  const [operation] = Object.values(operations);
  if (channel === undefined || operation === undefined)
    throw new Error('An event contract has a channel and an operation.');
  const { stream, subjects, deadLetterStream, ...limits } = channel['x-jetstream'];
  const { maxAgeSeconds, maxMessageBytes, duplicateWindowSeconds } = limits;
  return {
    ...{ name: stream, subjects, deadLetterQueue: deadLetterStream },
    ...{ maxAgeSeconds, maxMessageBytes, duplicateWindowSeconds },
    workers: operation['x-consumers'].map(
      ({ durable, service, maxDeliver, ackWaitSeconds, nakDelaySeconds, maxAckPending }) => ({
        ...{ durable, service, maxDeliveries: maxDeliver, ackWaitSeconds },
        ...{ retryDelaySeconds: nakDelaySeconds, maxPending: maxAckPending },
      }),
    ),
  };
}

test('the streams are those that the event contracts describe', () => {
  const streams = globSync('contracts/*/asyncapi.yaml', { cwd: root })
    // The streaming protocol is an AsyncAPI contract too, but goes over a WebSocket.
    .filter((file) => !file.includes('asr-streaming'))
    // Our own contracts, which validation has looked at; the comparison finds what is missing.
    .map((file) => streamOf(load(readFileSync(root + file, 'utf8')) as EventContract));
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  expect(platform.streams.toSorted(byName)).toEqual(streams.toSorted(byName));
  const queues = new Set(streams.map(({ deadLetterQueue }) => deadLetterQueue));
  expect(new Set(platform.deadLetterQueues.map(({ name }) => name))).toEqual(queues);
});
