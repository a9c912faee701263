import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { type Listening, listen } from '../../../common/listen.ts';
import type { GatewayConfig, StreamConfig } from '../../src/config.ts';
import { readGatewayConfig } from '../../src/config.ts';
import { newTenant, openTestGateway, type TestGateway, token } from './gateway.ts';

export interface StreamingGateway extends TestGateway {
  readonly server: Listening;
  /** Whose token is used when none is given. */
  readonly tenant: string;
  /** Opens a stream, and waits until it is open. */
  dial(options?: DialOptions): Promise<Dialled>;
  /** A handshake over a socket of its own: what was answered, and the connection where it was upgraded. */
  handshake(headers?: Record<string, string | undefined>): Promise<Answered>;
  /** The handshakes that were sent. */
  readonly sent: ClientRequest[];
  metric(line: RegExp): Promise<string[]>;
  stop(): Promise<void>;
}

export interface DialOptions {
  readonly bearer?: string;
  readonly headers?: Record<string, string>;
}

export interface Dialled {
  readonly socket: WebSocket;
  readonly messages: (string | Buffer)[];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly upgrade: IncomingMessage;
  send(message: object | Uint8Array): void;
  /** Resolves when so many messages have come. */
  received(count: number): Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  readonly socket: Duplex | undefined;
}

/** The gateway on a socket, in front of a speech service. */
export async function openStreaming(
  url: string | undefined,
  streams: Partial<StreamConfig> = {},
  config: Partial<GatewayConfig> = {},
): Promise<StreamingGateway> {
  const defaults = readGatewayConfig({});
  const gateway = await openTestGateway({ config: { ...config, streams: { ...defaults.streams, url, ...streams } } });
  const server = await listen(gateway.app, { port: 0, host: '127.0.0.1', upgrades: gateway.upgrades });
  const tenant = newTenant();
  const bearer = await token({ tenant });
  const sent: ClientRequest[] = [];
  const address = `ws://127.0.0.1:${server.port}/v1/stream`;
  return { ...gateway, server, tenant, dial, handshake, sent, metric, stop };

  async function dial({ bearer: given = bearer, headers }: DialOptions = {}): Promise<Dialled> {
    const all = { Authorization: `Bearer ${given}`, ...headers };
    const socket = new WebSocket(address, ['ai2text.stream.v1'], { headers: all, perMessageDeflate: false });
    const messages: (string | Buffer)[] = [];
    socket.on('message', (data, isBinary) => messages.push(isBinary ? (data as Buffer) : String(data)));
    const closed = once(socket, 'close').then(([code, reason]) => ({ code: Number(code), reason: String(reason) }));
    const upgraded = once(socket, 'upgrade');
    await once(socket, 'open');
    const [upgrade]: IncomingMessage[] = await upgraded;
    if (upgrade === undefined) throw new Error('An upgrade comes with its response.');
    socket.on('error', () => undefined);
    const send = (message: object | Uint8Array) =>
      socket.send(message instanceof Uint8Array ? message : JSON.stringify(message));
    return { socket, messages, closed, upgrade, send, received };

    async function received(count: number): Promise<void> {
      while (messages.length < count) await once(socket, 'message');
    }
  }

  function handshake(headers: Record<string, string | undefined> = {}): Promise<Answered> {
    const all = {
      Authorization: `Bearer ${bearer}`,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    };
    const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: server.port, path: '/v1/stream', headers: kept });
      sent.push(asked);
      asked.on('error', reject).end();
      asked.on('upgrade', (response, socket) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: {}, socket });
      });
      asked.on('response', async (response) => {
        const text = (await response.setEncoding('utf8').toArray()).join('');
        const body = { ...JSON.parse(text) };
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, socket: undefined });
      });
    });
  }

  async function metric(line: RegExp): Promise<string[]> {
    return [...(await (await gateway.app.request('/metrics')).text()).matchAll(line)].map(([whole]) => whole);
  }

  async function stop(): Promise<void> {
    await Promise.all([server.close(), gateway.deps.streams.drain(0)]);
    await gateway.close();
  }
}
