import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

const tracer = trace.getTracer('ai2text');

/** W3C Trace Context: `traceparent`, and `tracestate` where a sender has one. */
export type TraceHeaders = Readonly<Record<string, string>>;

export interface SpanRequest {
  /** Low in variety, such as a route template: names are what people group by. */
  readonly name: string;
  readonly kind?: keyof typeof SpanKind;
  readonly attributes?: Attributes;
  /** What the request or event brought; without it the span continues the one that is active. */
  readonly from?: TraceHeaders;
}

/** Runs `work` inside a span. What it throws is noted on the span and thrown on. */
export async function inSpan<T>(request: SpanRequest, work: (span: Span) => Promise<T>): Promise<T> {
  const { name, kind = 'INTERNAL', attributes = {}, from } = request;
  // Whatever this process was doing when the request or event came is no part of its trace.
  const parent = from === undefined ? context.active() : propagation.extract(ROOT_CONTEXT, from);
  return tracer.startActiveSpan(name, { kind: SpanKind[kind], attributes }, parent, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      if (error instanceof Error) span.recordException(error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** What an outgoing request or event carries, so that its receiver continues the trace; empty outside of any. */
export function traceHeaders(of: Context = context.active()): TraceHeaders {
  const headers: Record<string, string> = {};
  propagation.inject(of, headers);
  return headers;
}

/** The trace that is being worked on, for logs; undefined outside of any. */
export function traceId(): string | undefined {
  return trace.getActiveSpan()?.spanContext().traceId;
}
