import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger, type Logger } from '../../common/logging.ts';
import type { GatewayConfig } from '../src/config.ts';
import { openTestGateway, token } from './support/gateway.ts';

type Send = (request: Request) => Promise<Response>;

/** The gateway in front of a search service that behaves as the test says. */
async function behind(search: Send, config: Partial<GatewayConfig> = {}, logger?: Logger) {
  const asked: Request[] = [];
  const upstreams = {
    search: (request: Request) => {
      asked.push(request);
      return search(request);
    },
  };
  const gateway = await openTestGateway({ upstreams, config, ...(logger !== undefined && { logger }) });
  const authorization = `Bearer ${await token()}`;
  return { ...gateway, asked, authorization, suggest, post };

  async function answer(response: Response) {
    const body = await response.json();
    return { status: response.status, type: body.type, retryAfter: response.headers.get('Retry-After'), body };
  }

  async function suggest() {
    const headers = { Authorization: authorization, 'X-Request-Id': 'req-of-the-test' };
    return answer(await gateway.app.request('/v1/suggestions?q=h%E1%BB%8Dp', { headers }));
  }

  async function post() {
    const headers = { Authorization: authorization, 'Content-Type': 'application/json' };
    return answer(await gateway.app.request('/v1/search', { method: 'POST', headers, body: '{"query":"họp"}' }));
  }
}

const refused: Send = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }));
const server = createServer(() => {});
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => server.close());
/** Takes the connection and says nothing. */
const silent: Send = ({ signal }) => {
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return fetch(`http://127.0.0.1:${port}`, { signal });
};
const answering =
  (status: number, body: unknown): Send =>
  async () =>
    Response.json(body, {
      status,
      headers: {
        'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
        'Retry-After': '0',
        'X-Request-Id': 'req-of-the-test',
      },
    });
const problem = (status: number) => ({ type: 'about:blank', title: 'Trouble', status, requestId: 'req-of-the-test' });

describe('trouble of an upstream', () => {
  it.each<[string, Send, number, string, string | null]>([
    ['refuses the connection', refused, 503, 'service-unavailable', '5'],
    ['does not answer in time', silent, 504, 'gateway-timeout', null],
    ['fails', answering(500, problem(500)), 502, 'bad-gateway', null],
    ['answers what its contract does not declare', answering(418, {}), 502, 'bad-gateway', null],
  ])('an upstream that %s is a problem of the gateway', async (_, search, status, type, retryAfter) => {
    const gateway = await behind(search, { upstreamTimeoutMs: 20 });
    const answer = await gateway.suggest();
    expect(answer).toMatchObject({ status, type: `https://ai2text.example/problems/${type}`, retryAfter });
    expect(answer.body.requestId).toBe('req-of-the-test');
    expect(JSON.stringify(answer.body)).not.toMatch(/ECONNREFUSED|localhost|\bat /);
    await gateway.close();
  });

  it('a success that the contract of the gateway does not allow is a 502 and never reaches the caller', async () => {
    const lines: { readonly msg: string; readonly level: string; readonly faults?: readonly object[] }[] = [];
    const write = (line: string): void => void lines.push(JSON.parse(line));
    const logger = createLogger({ service: 'gateway', level: 'warn', destination: { write } });
    const gateway = await behind(answering(200, { suggestions: 'none' }), {}, logger);
    const answer = await gateway.suggest();
    expect(answer).toMatchObject({ status: 502, type: 'https://ai2text.example/problems/bad-gateway' });
    expect(answer.body).toEqual({
      type: 'https://ai2text.example/problems/bad-gateway',
      title: 'Bad gateway',
      status: 502,
      detail: 'The search service gave an answer that its contract does not allow.',
      requestId: 'req-of-the-test',
    });
    expect(lines.map(({ msg, faults }) => ({ msg, ...(faults && { faults }) }))).toEqual([
      {
        msg: 'response breaks the contract',
        faults: [expect.objectContaining({ pointer: '#/suggestions' })],
      },
      { msg: 'request' },
    ]);
    await gateway.close();
  });

  it('is tried again where that does no harm, with growing pauses, and only there', async () => {
    const gateway = await behind(refused);
    await gateway.suggest();
    expect(gateway.asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
    await gateway.post();
    expect(gateway.asked.slice(3).map(({ method }) => method)).toEqual(['POST']);
    await gateway.close();
  });

  it('opens the circuit: the upstream is left alone, others are still asked, and a metric shows it', async () => {
    const gateway = await behind(refused);
    for (let i = 0; i < 12; i++) await gateway.post();
    const asked = gateway.asked.length;
    expect(asked).toBe(10);
    expect(await gateway.suggest()).toMatchObject({ status: 503, retryAfter: '5' });
    expect(gateway.asked.length).toBe(asked);
    const uploads = await gateway.app.request('/v1/uploads', { headers: { Authorization: gateway.authorization } });
    expect(uploads.status).toBe(200);
    const metrics = await (await gateway.app.request('/metrics')).text();
    expect(metrics.match(/^upstream_circuit_open.*$/gm)).toEqual([
      'upstream_circuit_open{upstream="ingestion"} 0',
      'upstream_circuit_open{upstream="search"} 1',
      'upstream_circuit_open{upstream="metadata"} 0',
      'upstream_circuit_open{upstream="asr"} 0',
      'upstream_circuit_open{upstream="asr-streaming"} 0',
    ]);
    await gateway.close();
  });

  it("the caller's token and the id of the request go along", async () => {
    const gateway = await behind(refused);
    await gateway.suggest();
    const [first] = gateway.asked;
    expect(first?.headers.get('Authorization')).toBe(gateway.authorization);
    expect(first?.headers.get('X-Request-Id')).toBe('req-of-the-test');
    await gateway.close();
  });

  it('a missing upstream degrades the gateway; without any it is not ready', async () => {
    const some = await openTestGateway({ upstreams: { metadata: refused } });
    const ready = await some.app.request('/ready');
    const { status, checks } = await ready.json();
    expect([ready.status, status]).toEqual([200, 'degraded']);
    expect(checks.map((check: { name: string; status: string }) => `${check.name} ${check.status}`)).toEqual([
      'ingestion ok',
      'search ok',
      'metadata degraded',
      'asr ok',
      'platform ok',
    ]);
    await some.close();
    const none = await openTestGateway({
      upstreams: { metadata: refused, ingestion: refused, search: refused, asr: refused },
    });
    const unready = await none.app.request('/ready');
    expect([unready.status, (await unready.json()).detail]).toEqual([503, 'The platform does not answer.']);
    await none.close();
  });
});
