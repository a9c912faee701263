import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';
import type {
  ServiceData,
  StreamOptions,
  TransportConfig,
} from '../../../../generators/typescript-client/runtime/config.ts';
import type { OperationData, OperationInput } from '../../../../generators/typescript-client/runtime/operation.ts';
import type { ReadResult } from '../../../../generators/typescript-client/runtime/response.ts';
import { connect, type Transport } from '../../../../generators/typescript-client/runtime/transport.ts';

/** A request that arrived over the socket. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** One character per byte. */
  readonly body: string;
}

export type Answer = (response: ServerResponse, seen: Seen, count: number) => void;

/** A server on a real socket, new for each test; by default it answers 204. */
export interface TestServer {
  answer: Answer;
  readonly seen: Seen[];
  readonly base: string;
  transport(config?: TransportConfig): Transport;
  send(
    operation: OperationData,
    input?: OperationInput,
    config?: TransportConfig,
    options?: StreamOptions,
  ): Promise<ReadResult>;
}

export const service: ServiceData = {
  servers: [{ url: 'https://{region}.example/v1', variables: { region: 'eu' } }],
  securitySchemes: {
    Token: { type: 'bearer' },
    Login: { type: 'basic' },
    Key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    QueryKey: { type: 'apiKey', in: 'query', name: 'key' },
    Session: { type: 'apiKey', in: 'cookie', name: 'session' },
  },
};

export const get: OperationData = {
  id: 'get',
  method: 'GET',
  path: '/things',
  responses: { 204: {}, 200: { 'application/json': 'json' } },
};

export const post: OperationData = { ...get, id: 'post', method: 'POST' };

export function json(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

export function useServer(): TestServer {
  let server: Server;
  const http: TestServer & { base: string } = {
    answer: noContent,
    seen: [],
    base: '',
    transport: (config = {}) => connect(service, { baseUrl: http.base, ...config }),
    send: (operation, input = {}, config = {}, options = {}) =>
      http.transport(config).send<ReadResult>(operation, input, options),
  };

  beforeEach(async () => {
    http.seen.length = 0;
    http.answer = noContent;
    server = createServer(async (request, response) => {
      const body = await bodyOf(request);
      // A request that was broken off wants no answer.
      if (body === undefined) return;
      const { method = '', url = '', headers } = request;
      const seen = { method, url, headers, body };
      http.seen.push(seen);
      http.answer(response, seen, http.seen.length);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server on a port has an address of this shape.
    http.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return http;
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('latin1');
}

function noContent(response: ServerResponse): void {
  response.writeHead(204).end();
}
