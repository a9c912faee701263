import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { createIds } from './ids.ts';

const newId = createIds();

/** Answers bytes that are no request, which no application gets to see, with a problem as any other mistake. */
export function refuseMalformed(error: Error, socket: Duplex): void {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ECONNRESET' || !socket.writable || hasBegun(socket)) {
    socket.destroy();
    return;
  }
  const status = statuses.get(code) ?? 400;
  const title = STATUS_CODES[status] ?? 'Bad Request';
  const requestId = newId('req');
  const type = 'https://ai2text.example/problems/invalid-request';
  const body = JSON.stringify({ type, title: 'Invalid request', status, detail: details[status], requestId });
  const lines = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

const statuses = new Map<unknown, 408 | 413 | 431>([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['HPE_HEADER_OVERFLOW', 431],
]);

const details: { readonly [status: number]: string } = {
  400: 'The bytes that came are no HTTP request.',
  408: 'The head of the request did not arrive in time.',
  413: 'The extensions of a chunk are too large.',
  431: 'The head of the request is too large.',
};

/** What Node itself looks at before it answers: half of another answer may be on its way. */
function hasBegun(socket: Duplex): boolean {
  const answer: unknown = '_httpMessage' in socket ? socket._httpMessage : undefined;
  return typeof answer === 'object' && answer !== null && '_headerSent' in answer && answer._headerSent === true;
}
