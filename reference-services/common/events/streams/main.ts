import { jetstreamManager } from '@nats-io/jetstream';
import { ConfigurationError, readConfig } from '../../config.ts';
import { BusError } from '../bus.ts';
import { connectTo } from '../nats-bus/nats-bus.ts';
import { readBusConfig } from '../open-bus.ts';
import { ensureStreams } from './ensure-streams.ts';
import { platform } from './platform.ts';

/** Makes the streams and durable consumers on the NATS server what their definition says, and tells what it changed. */
try {
  const { natsUrl: url, replicas } = readConfig(process.env, readBusConfig);
  if (url === undefined) throw new ConfigurationError(['NATS_URL is missing. Set it like nats://host:4222.']);
  const connection = await connectTo({ url });
  try {
    for (const { kind, name, outcome } of await ensureStreams(await jetstreamManager(connection), platform, {
      replicas,
    })) {
      process.stdout.write(`${outcome.padEnd(9)}  ${kind.padEnd(6)}  ${name}\n`);
    }
  } finally {
    await connection.close();
  }
} catch (error) {
  const expected = error instanceof ConfigurationError || error instanceof BusError;
  process.stderr.write(`streams: ${error instanceof Error ? (expected ? error.message : error.stack) : error}\n`);
  process.exitCode = error instanceof ConfigurationError ? 2 : 1;
}
