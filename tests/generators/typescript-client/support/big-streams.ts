/**
 * A process of its own that sends and receives many bytes, and prints how many arrived and how much memory that took:
 * `node big-streams.ts <url> <megabytes> <file>`.
 */
import { openAsBlob } from 'node:fs';
import type { BodyContent, OperationData } from '../../../../generators/typescript-client/runtime/operation.ts';
import { connect } from '../../../../generators/typescript-client/runtime/transport.ts';

const [, , baseUrl = '', megabytes = '1', file = ''] = process.argv;
const transport = connect({ servers: [], securitySchemes: {} }, { baseUrl });

const before = process.memoryUsage.rss();
let peak = before;
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 5);

const bytes = {
  iterator: await up({ 'application/octet-stream': { kind: 'binary' } }, made()),
  stream: await up({ 'application/octet-stream': { kind: 'binary' } }, streamOf(made())),
  form: await up({ 'multipart/form-data': { kind: 'multipart' } }, { note: 'x', file: await openAsBlob(file) }),
  download: await down(),
};

clearInterval(timer);
process.stdout.write(JSON.stringify({ bytes, growth: Math.round((peak - before) / 1024 / 1024) }));

async function* made(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // New bytes each time: what is held on to shall be seen in the memory that it takes.
  for (let i = 0; i < Number(megabytes) * 16; i++) yield new Uint8Array(64 * 1024).fill(i);
}

function streamOf(chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

async function up(content: Readonly<Record<string, BodyContent>>, body: unknown): Promise<number> {
  const operation: OperationData = {
    ...{ id: 'up', method: 'PUT', path: '/up', body: { content } },
    responses: { 200: { 'application/json': 'json' } },
  };
  const { body: answer } = await transport.send<{ readonly body: number }>(operation, { body });
  return answer;
}

async function down(): Promise<number> {
  const operation: OperationData = {
    ...{ id: 'down', method: 'GET', path: `/down/${megabytes}` },
    responses: { 200: { 'application/octet-stream': 'binary' } },
  };
  let received = 0;
  const { body } = await transport.send<{ readonly body: ReadableStream<Uint8Array> }>(operation, {}, { stream: true });
  for await (const chunk of body) received += chunk.length;
  return received;
}
