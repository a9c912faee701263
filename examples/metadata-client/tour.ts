import { randomUUID } from 'node:crypto';
import { createClient, unwrap } from './generated/index.ts';

export interface Stop {
  readonly call: string;
  readonly answer: string;
}

/** What a program does with the generated client: creates, repeats, changes, collides, reads. Yields each call as it is made. */
export async function* tour(baseUrl: string, token: string): AsyncGenerator<Stop> {
  const client = createClient({ baseUrl, credentials: { BearerJwt: token }, timeout: 5_000 });
  const headers = { 'Idempotency-Key': randomUUID() };
  const body = {
    title: 'Họp kế hoạch quý ba',
    mediaType: 'audio/wav',
    language: 'vi-VN',
    sizeBytes: 1_920_044,
    durationSeconds: 60,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  } as const;

  const created = await client.createRecording({ headers, body });
  if (created.status !== 201) throw new Error(`The recording was not created: ${created.status}`);
  yield {
    call: 'createRecording(…)',
    answer: `${created.status} ${created.body.id}, ETag ${created.headers.get('ETag')}`,
  };

  const again = await client.createRecording({ headers, body });
  const sameId = again.status === 201 && again.body.id === created.body.id;
  yield {
    call: 'createRecording(…) with the same key',
    answer: `${again.status}, ${sameId ? 'the same recording' : 'another one'}`,
  };

  const path = { recordingId: created.body.id };
  const changed = await client.updateRecording({
    path,
    headers: { 'If-Match': created.headers.get('ETag') },
    body: { title: 'Họp kế hoạch quý bốn' },
  });
  yield {
    call: 'updateRecording(…)',
    answer: `${changed.status}${changed.status === 200 ? ` ${changed.body.title}` : ''}`,
  };

  const stale = await client.updateRecording({
    path,
    headers: { 'If-Match': created.headers.get('ETag') },
    body: { title: 'Bản cũ' },
  });
  yield {
    call: 'updateRecording(…) with the old ETag',
    answer: `${stale.status} ${stale.status === 412 ? stale.body.title : ''}`,
  };

  // `unwrap` is for those who like exceptions: the body of a success, anything else is thrown.
  const page = await unwrap(client.listRecordings({ query: { language: 'vi-VN', limit: 10 } }));
  yield { call: 'unwrap(listRecordings(…))', answer: `${page.items.length} recording, hasMore ${page.page.hasMore}` };

  // Over all pages, each of which is asked for when its turn comes.
  const ids: string[] = [];
  for await (const { id } of client.paginateListRecordings({ query: { limit: 1 } })) ids.push(id);
  yield { call: 'paginateListRecordings(…)', answer: ids.join(', ') };
}
