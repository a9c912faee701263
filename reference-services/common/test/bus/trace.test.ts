import { expect, test } from 'vitest';
import { traceOf, withTrace } from '../../events/trace.ts';

const here = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const elsewhere = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function traced(headers: Record<string, string>, body: string, position: string | undefined) {
  const address = { template: 'a', parameters: {} };
  const message = withTrace({ address, id: '1', headers, body: new TextEncoder().encode(body) }, position);
  return [message.headers, new TextDecoder().decode(message.body)];
}

const event = { 'Content-Type': 'application/cloudevents+json; charset=utf-8' };

test('a trace goes into the header and into the envelope of an event', () => {
  expect(traced(event, '{"id":"1"}', here)).toEqual([
    { ...event, traceparent: here },
    `{"traceparent":"${here}","id":"1"}`,
  ]);
});

test('a payload that is no event is left as it is', () => {
  expect(traced({}, '{"id":"1"}', here)).toEqual([{ traceparent: here }, '{"id":"1"}']);
});

test('what the producer says of its trace stays', () => {
  const headers = { ...event, Traceparent: elsewhere };
  expect(traced(headers, '{}', here)).toEqual([headers, '{}']);
  expect(traced(event, `{"traceparent":"${elsewhere}"}`, here)).toEqual([
    { ...event, traceparent: elsewhere },
    `{"traceparent":"${elsewhere}"}`,
  ]);
});

test.each([
  ['undefined', undefined],
  ['nothing', ''],
  ['a trace of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
  ['a span of zeros', `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`],
  ['capitals', here.toUpperCase()],
  ['a line too many', `${here}\nx: y`],
])('%s is no position in a trace', (_, position) => {
  expect(traced(event, '{}', position)).toEqual([event, '{}']);
  expect(traceOf(position === undefined ? {} : { traceparent: position })).toBeUndefined();
});
