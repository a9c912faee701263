import { type Attributes, SpanStatusCode } from '@opentelemetry/api';
import { inSpan, type TraceHeaders } from '../tracing/spans.ts';
import type { Broker, Delivery, OutgoingMessage } from './runtime.ts';
import { traceOf } from './trace.ts';

/**
 * Spans of messages, by OpenTelemetry's conventions for messaging: `create` where the event is made, which is the position
 * that the message carries; `send` where it is given to the broker, which may be later and more than once; `process` where
 * a worker takes it, once for each delivery.
 */
export function spanOf(
  operation: 'create' | 'send' | 'process',
  { address, id }: Pick<OutgoingMessage, 'address'> & { readonly id: string | undefined },
): { readonly name: string; readonly attributes: Attributes } {
  const attributes = {
    'messaging.operation.name': operation,
    'messaging.destination.name': address.template,
    ...(id !== undefined && { 'messaging.message.id': id }),
  };
  return { name: `${operation} ${address.template}`, attributes };
}

/** Where the trace of a message stands; a span from nothing begins a trace of its own. */
export function originOf(headers: Readonly<Record<string, string>>): TraceHeaders {
  const traceparent = traceOf(headers);
  return traceparent === undefined ? {} : { traceparent };
}

/** Subscribes workers so that each delivery is a span in the trace of its message. One that was not handled counts as an error. */
export function traced(subscribe: Broker['subscribe']): Broker['subscribe'] {
  return (template, options, take) =>
    subscribe(template, options, (delivery) => {
      const { name, attributes } = spanOf('process', delivery);
      const about = { ...attributes, 'messaging.consumer.group.name': options.durable };
      const request = { name, kind: 'CONSUMER', attributes: about, from: originOf(delivery.headers) } as const;
      return inSpan(request, (span) => {
        const failed = () => span.setStatus({ code: SpanStatusCode.ERROR });
        return take(telling(delivery, failed));
      });
    });
}

function telling(delivery: Delivery, failed: () => void): Delivery {
  return {
    ...delivery,
    nak: (delayMs) => {
      failed();
      return delivery.nak(delayMs);
    },
    term: () => {
      failed();
      return delivery.term();
    },
  };
}
