import { deadLetters } from './dead-letters.ts';
import { type KeptEvent, keptEvents } from './kept-events.ts';
import { saidIn } from './made-up.ts';
import { allPoints } from './points.ts';
import { compare, type Difference } from './sets.ts';
import type { Stage } from './stage.ts';

export interface Wanted {
  /** Every recording that must have been embedded, once. */
  readonly recordings: Iterable<string>;
  /** Which take of what was said is the current one; 0 by default. */
  readonly takeOf?: (recordingId: string) => number;
  /** How many dead letters there must be; none by default. */
  readonly deadLetters?: number;
  /** Whether the recordings were uploaded, so that ingestion and metadata must know each of them. */
  readonly uploaded?: boolean;
}

export interface Audit {
  readonly recordings: number;
  readonly vectors: number;
  readonly lost: number;
  readonly doubled: number;
  readonly deadLetters: number;
}

/** Compares whole sets of ids in every place where one could be missing or double, and rejects with those that are. */
export async function audit(stage: Stage, wanted: Wanted): Promise<Audit> {
  const recordings = [...wanted.recordings];
  const takeOf = wanted.takeOf ?? (() => 0);
  const segments = recordings.flatMap((id) => saidIn(id, takeOf(id)).map(({ segmentId }) => `${id} ${segmentId}`));
  const points = await allPoints(stage);
  const letters = await deadLetters(stage);
  const places: Readonly<Record<string, Difference>> = {
    'points of the index': compare(
      segments,
      points.map(({ payload }) => `${payload.recordingId} ${payload.segmentId}`),
    ),
    'ids of points': compare(
      new Set(points.map(({ id }) => id)),
      points.map(({ id }) => id),
    ),
    'rows of points': compare(segments, await ids(stage, pointRows)),
    'jobs that succeeded': compare(recordings, await ids(stage, succeededJobs)),
    announcements: compare(recordings, await announced(stage)),
    ...(wanted.uploaded && (await whatOthersKnow(stage, recordings, everHeard(recordings, takeOf)))),
  };
  const all = Object.values(places);
  const sum = (side: keyof Difference) => all.reduce((count, difference) => count + difference[side].length, 0);
  const found = { lost: sum('lost'), doubled: sum('doubled'), deadLetters: letters.length };
  if (found.lost + found.doubled > 0 || letters.length !== (wanted.deadLetters ?? 0)) {
    throw new Error(
      `${describe(places)}\n${letters.length} dead letters: ${letters.map(({ error }) => error).join('; ')}`,
    );
  }
  return { recordings: recordings.length, vectors: points.length, ...found };
}

const pointRows = `SELECT recording_id || ' ' || segment_id AS id FROM embeddings.embedding_points WHERE fingerprint IS NOT NULL`;
/** A recording whose transcript came several times has several jobs, of which the last counts. */
const succeededJobs = `SELECT DISTINCT recording_id AS id FROM embeddings.embedding_jobs WHERE status = 'succeeded'`;
const readyRecordings = `SELECT id FROM metadata.recordings WHERE status = 'ready'`;
const segmentRows = `SELECT recording_id || ' ' || id AS id FROM metadata.segments`;
const ingestedRows = 'SELECT id FROM ingestion.ingested_recordings';

/** Metadata keeps the transcripts that a later one has taken the place of. */
function everHeard(recordings: readonly string[], takeOf: (recordingId: string) => number): readonly string[] {
  return recordings.flatMap((id) => {
    const takes = Array.from({ length: takeOf(id) + 1 }, (_, take) => saidIn(id, take));
    return takes.flat().map(({ segmentId }) => `${id} ${segmentId}`);
  });
}

async function whatOthersKnow(stage: Stage, recordings: readonly string[], segments: readonly string[]) {
  const events = await keptEvents(stage.nats, 'RECORDINGS');
  return {
    'recordings of metadata that are ready': compare(recordings, await ids(stage, readyRecordings)),
    'segments of metadata': compare(segments, await ids(stage, segmentRows)),
    'rows of ingestion': compare(recordings, await ids(stage, ingestedRows)),
    'recording.ingested.v1': compare(recordings, distinct(events)),
  };
}

/** Each job tells of its end once. A stream may hold an event twice, with the same id, when its producer died at the wrong moment. */
async function announced({ nats }: Stage): Promise<readonly string[]> {
  const events = await keptEvents(nats, 'EMBEDDINGS');
  const byJob = new Map(events.map((event) => [event.data.jobId, event]));
  const jobs = new Set(events.map(({ id }) => id)).size;
  if (jobs !== byJob.size) throw new Error(`${byJob.size} jobs have told of themselves in ${jobs} events.`);
  return [...new Set(events.map(({ subject }) => subject))];
}

function distinct(events: readonly KeptEvent[]): readonly string[] {
  return [...new Map(events.map((event) => [event.id, event.subject])).values()];
}

async function ids({ database }: Stage, sql: string): Promise<readonly string[]> {
  return (await database.query<{ id: string }>(sql)).map(({ id }) => id);
}

function describe(places: Readonly<Record<string, Difference>>): string {
  return Object.entries(places)
    .filter(([, { lost, doubled }]) => lost.length + doubled.length > 0)
    .map(([name, { lost, doubled }]) => {
      return `${name}: ${lost.length} lost (${lost.slice(0, 3)}), ${doubled.length} doubled (${doubled.slice(0, 3)})`;
    })
    .join('\n');
}
