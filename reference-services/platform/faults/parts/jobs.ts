import { platform } from '../../../common/events/streams/platform.ts';
import type { ServiceName } from '../../harness/processes.ts';
import { deadLetters } from './dead-letters.ts';
import { leftFor } from './kept-events.ts';
import type { Stage } from './stage.ts';
import { untilCount } from './until.ts';

/** How many jobs have come to an end that stays. */
export async function countDone({ database }: Pick<Stage, 'database'>): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM embeddings.embedding_jobs WHERE status IN ('succeeded', 'cancelled')`,
  );
  return row?.count ?? 0;
}

/** The jobs that some worker, dead or alive, has begun and not ended. */
export async function runningJobs({ database }: Pick<Stage, 'database'>): Promise<readonly string[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT id || ' ' || version AS id FROM embeddings.embedding_jobs WHERE status = 'running'`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Until so many jobs are done. A message that was delivered to three workers that died is given up, and waits as a dead letter
 * for somebody to replay it, which this does. Returns how many those were.
 */
export async function untilAllDone(stage: Stage, wanted: number): Promise<number> {
  await untilCount('jobs', wanted, async () => (await countDone(stage)) + (await deadLetters(stage)).length);
  const letters = await deadLetters(stage);
  for (const letter of letters) await stage.bus.deadLetters.replay(letter);
  await untilCount('jobs', wanted, () => countDone(stage));
  return letters.length;
}

/** How many events are committed and not noted as published. */
export async function countUnpublished({ database }: Pick<Stage, 'database'>, schema: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${schema}.outbox WHERE published_at IS NULL`,
  );
  return row?.count ?? 0;
}

/** Until everything that is committed is published, and every worker of the services has done with all that it was sent. */
export async function untilQuiet(stage: Stage, names: readonly ServiceName[]): Promise<void> {
  const schemas = ['stage', ...names];
  const workers = platform.streams.flatMap(({ name: stream, workers }) =>
    workers
      .filter(({ service }) => names.some((name) => name === service))
      .map(({ durable }) => [stream, durable] as const),
  );
  const left = async () => {
    const unpublished = await Promise.all(schemas.map((schema) => countUnpublished(stage, schema)));
    const waiting = await Promise.all(workers.map(([stream, durable]) => leftFor(stage.nats, stream, durable)));
    return [...unpublished, ...waiting].reduce((sum, one) => sum + one);
  };
  await untilCount('events on their way', 0, async () => -(await left()));
}
