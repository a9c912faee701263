/** How people use pages, streams and tokens; each wrong use has to be refused by the compiler. */
import {
  type ByteStream,
  createClient,
  createTransport,
  type Job,
  type JobInput,
  isFailure,
  type ListJobsResult,
  type LogEntry,
  paginateListWorkers,
  refreshing,
  type ServerSentEvent,
  unwrap,
  unwrapped,
} from './index.js';

const client = createClient({
  credentials: {
    Token: refreshing(async (previous: { token: string; refreshToken: string } | undefined) => ({
      token: 'a',
      refreshToken: previous?.refreshToken ?? 'first',
      expiresAt: new Date(),
    })),
  },
  idempotencyKeys: () => 'k',
});

export async function pages(): Promise<string[]> {
  const ids: string[] = [];
  for await (const job of client.paginateListJobs({ query: { state: 'done' } }, { timeout: 1_000 })) ids.push(job.id);
  for await (const page of client.paginateListJobs().pages()) ids.push(page.body.page.nextCursor ?? String(page.status));
  for await (const worker of paginateListWorkers(createTransport())) ids.push(worker.name);
  for await (const old of client.paginateListArchive()) ids.push(JSON.stringify(old satisfies unknown));
  return ids;
}

export async function events(): Promise<number> {
  const stream = await unwrap(client.watchJob({ path: { jobId: '1' } }, { reconnect: { attempts: 3 } }));
  let percent = 0;
  for await (const event of stream) {
    if (event.event === 'progress') percent = event.data.percent;
    else if (event.event === 'done') return event.data.id.length;
    else percent += event.data.length + (event.id ?? '').length;
    // @ts-expect-error: no such event
    if (event.event === 'failed') return percent;
  }
  return percent;
}

export async function items(): Promise<void> {
  const path = { jobId: '1' };
  const log = await client.readLog({ path });
  if (log.contentType === 'application/jsonl') for await (const entry of log.body) entry satisfies LogEntry;
  else for await (const event of log.body) event satisfies ServerSentEvent;
  async function* made(): AsyncGenerator<LogEntry> {
    yield { text: 'x' };
  }
  await client.appendLog({ path, body: made() });
  await client.appendLog({ path, body: [{ text: 'x' }] });
  // @ts-expect-error: no entry of the log
  await client.appendLog({ path, body: [1] });
}

export async function bytes(): Promise<void> {
  const path = { jobId: '1' };
  const held = await client.getResult({ path });
  if (held.status === 200) held.body satisfies Blob;
  const streamed = await client.getResult({ path }, { stream: true });
  if (streamed.status === 200) {
    streamed.body satisfies ByteStream;
    await client.putResult({ path, body: streamed.body });
  }
  // A sequence is bytes then, too.
  if (streamed.status === 202) streamed.body satisfies ByteStream;
  // @ts-expect-error: this answer has nothing to stream
  await client.listJobs({}, { stream: true });
}

export async function exceptions(): Promise<Job> {
  const strict = unwrapped(client);
  const body: JobInput = { state: 'waiting' };
  try {
    const created = await strict.createJob({ body });
    for await (const job of strict.paginateListJobs()) job satisfies Job;
    const { items: found } = await strict.listJobs();
    return found[0] ?? created;
  } catch (error) {
    if (isFailure<ListJobsResult>(error)) throw new Error(error.result.body.detail ?? error.result.body.title);
    // @ts-expect-error: of successes there is none among the failures
    if (isFailure<ListJobsResult>(error)) error.result.body.items;
    throw error;
  }
}
