import { expect, test } from 'vitest';
import { readNlpPostConfig } from '../src/config.ts';

test('an empty environment means embedded parts on the port of the contract', () => {
  const { port, database, bus, concurrency } = readNlpPostConfig({});
  expect({ port, database, bus, concurrency }).toEqual({
    port: 8085,
    database: { kind: 'embedded', folder: undefined },
    bus: { natsUrl: undefined, replicas: 1 },
    concurrency: 4,
  });
});

test('all that is wrong is said at once, with the name of the variable', () => {
  expect(() => readNlpPostConfig({ NATS_URL: 'http://nats', NLP_POST_CONCURRENCY: '0' })).toThrow(
    [
      'NATS_URL is not the address of a NATS server. Set it like nats://host:4222.',
      'NLP_POST_CONCURRENCY is "0". Set it to a whole number from 1 to 64.',
    ].join('\n'),
  );
});
