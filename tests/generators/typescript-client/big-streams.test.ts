import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** A gigabyte each time with FULL_STREAMS=1, which takes half a minute. */
const megabytes = process.env.FULL_STREAMS === '1' ? 1024 : 160;
const size = megabytes * 1024 * 1024;

/** Counts what it is sent, and sends as much as the path says. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let received = 0;
  for await (const chunk of request) received += chunk.length;
  const wanted = Number(/^\/down\/(\d+)$/.exec(request.url ?? '')?.[1] ?? 0);
  if (wanted === 0) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(String(received));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  const chunk = Buffer.alloc(64 * 1024);
  for (let i = 0; i < wanted * 16; i++) if (!response.write(chunk)) await once(response, 'drain');
  response.end();
}

test(`${megabytes} MB up and down over a socket leave memory as it was`, {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai2text-streams-'));
  const server = createServer(answer);
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const file = join(folder, 'file');
    writeFileSync(file, '');
    truncateSync(file, size);
    // A server on a port has an address of this shape.
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const script = join(import.meta.dirname, 'support/big-streams.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, url, String(megabytes), file]);
    const { bytes, growth } = JSON.parse(stdout);
    expect(bytes).toEqual({
      iterator: size,
      stream: size,
      form: expect.toSatisfy((n) => n > size && n < size + 1000),
      download: size,
    });
    // Any of the four held in memory as a whole would add its size to the 100 MB or so that Node takes for its buffers.
    expect(growth).toBeLessThan(180);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
