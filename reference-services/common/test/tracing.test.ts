import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { Hono } from 'hono';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { KnownRequest } from '../service/observe.ts';
import { inSpan, traceHeaders, traceId } from '../tracing/spans.ts';
import { startTracing } from '../tracing/start-tracing.ts';
import { traceCalls, traceRequests } from '../tracing/trace-requests.ts';

const spans = new InMemorySpanExporter();
const tracing = startTracing('test', { endpoint: undefined, ratio: 1 }, [new SimpleSpanProcessor(spans)]);
afterAll(() => tracing.stop());
beforeEach(() => spans.reset());

const app = new Hono<KnownRequest>().use(traceRequests()).get('/items/:id', (c) => {
  c.set('operation', { path: '/items/{id}' });
  return c.json({ trace: traceId(), event: traceHeaders() });
});

test('a call, the request that it makes and the event that follows belong to one trace', async () => {
  const call = traceCalls('items');
  const send = async (request: Request) => app.fetch(request);
  const answer = await inSpan({ name: 'work' }, async () => {
    const response = await call(new Request('http://items.test/items/7'), send, { id: 'getItem' });
    return (await response.json()) as { trace: string; event: { traceparent: string } };
  });
  await inSpan({ name: 'consume', kind: 'CONSUMER', from: answer.event }, async () => undefined);

  const finished = spans.getFinishedSpans();
  expect(finished.map(({ name }) => name)).toEqual(['GET /items/{id}', 'items getItem', 'work', 'consume']);
  expect(new Set(finished.map((span) => span.spanContext().traceId))).toEqual(new Set([answer.trace]));
  expect(finished[0]?.attributes).toEqual({
    'http.request.method': 'GET',
    'http.route': '/items/{id}',
    'http.response.status_code': 200,
  });
});

test('what fails inside a span is noted on it and thrown on', async () => {
  await expect(inSpan({ name: 'work' }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const [span] = spans.getFinishedSpans();
  expect({ status: span?.status, events: span?.events.map(({ name }) => name) }).toEqual({
    status: { code: 2 },
    events: ['exception'],
  });
});

test('outside of any trace nothing is carried', () => {
  expect({ headers: traceHeaders(), id: traceId() }).toEqual({ headers: {}, id: undefined });
});
