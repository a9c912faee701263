import type { OutgoingMessage } from './runtime.ts';

/** W3C Trace Context, version 00, and not the all-zero trace or span that it calls invalid. */
const traceparent = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * The message with the position in a trace: in the `traceparent` header, and in the envelope of a CloudEvent as the
 * extension of that name. What the message says of its trace already stays, and what is no position is left out.
 */
export function withTrace(message: OutgoingMessage, position: string | undefined): OutgoingMessage {
  if (position === undefined || !traceparent.test(position) || traceOf(message.headers) !== undefined) return message;
  if (!isCloudEvent(message.headers)) return { ...message, headers: { ...message.headers, traceparent: position } };
  const event: unknown = JSON.parse(new TextDecoder().decode(message.body));
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return message;
  const own = 'traceparent' in event ? event.traceparent : undefined;
  if (typeof own === 'string') return { ...message, headers: { ...message.headers, traceparent: own } };
  const body = new TextEncoder().encode(JSON.stringify({ traceparent: position, ...event }));
  return { ...message, headers: { ...message.headers, traceparent: position }, body };
}

/** The position in a trace that the headers of a message name. */
export function traceOf(headers: Readonly<Record<string, string>>): string | undefined {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'traceparent');
  const value = name === undefined ? undefined : headers[name];
  return value !== undefined && traceparent.test(value) ? value : undefined;
}

function isCloudEvent(headers: Readonly<Record<string, string>>): boolean {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'content-type');
  return /^application\/cloudevents\+json\b/i.test(headers[name ?? ''] ?? '');
}
