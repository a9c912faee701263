import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { defaultFetchLimits, fetchText } from '../../cli/fetch-text.ts';

/** The servers here are on loopback, which is refused by default: these tests allow it, the last ones do not. */
const open = { ...defaultFetchLimits, refuses: () => false };
let server: Server | undefined;
let requests = 0;

async function serve(listener: RequestListener): Promise<string> {
  requests = 0;
  const started = createServer((request, response) => {
    requests++;
    listener(request, response);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/schema.yaml`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

test('an answer of 200 is the text', async () => {
  const url = await serve((_, response) => response.end('type: string'));
  expect(await fetchText(url, open)).toEqual({ text: 'type: string' });
});

test('a redirect is refused and not followed', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: '/other.yaml' }).end());
  expect(await fetchText(url, open)).toEqual({
    refusal: `points to ${url}, which redirects; redirects are not followed`,
  });
  expect(requests).toBe(1);
});

test('another status is refused', async () => {
  const url = await serve((_, response) => response.writeHead(404).end('type: string'));
  expect(await fetchText(url, open)).toEqual({ refusal: `points to ${url}, which answers 404` });
});

test('a body beyond the limit is refused', async () => {
  const url = await serve((_, response) => response.end('x'.repeat(1000)));
  expect(await fetchText(url, { ...open, bytes: 999 })).toEqual({
    refusal: `points to ${url}, which is larger than 999 bytes`,
  });
});

test('a server that trickles is left when the time is up', async () => {
  const url = await serve((_, response) => {
    response.write('type');
    setInterval(() => response.write(' '), 10).unref();
  });
  const answer = await fetchText(url, { ...open, timeout: 100 });
  expect(answer).toEqual({ refusal: expect.stringContaining(`points to ${url}, which cannot be read: `) });
});

test.each(['127.0.0.1', 'localhost'])('%s is refused before a connection is made', async (host) => {
  const url = (await serve((_, response) => response.end('secret'))).replace('127.0.0.1', host);
  expect(await fetchText(url)).toEqual({
    refusal: `points to ${url}, a private or loopback address, which is never read`,
  });
  expect(requests).toBe(0);
});
