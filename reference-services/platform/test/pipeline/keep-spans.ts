import { SpanKind } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import type { SeenSpan } from './span-tree.ts';

/** Keeps the spans of this process. */
export function keepSpans(): { readonly processor: SpanProcessor; readonly spans: () => readonly SeenSpan[] } {
  const exporter = new InMemorySpanExporter();
  return {
    processor: new SimpleSpanProcessor(exporter),
    spans: () => exporter.getFinishedSpans().map(seen),
  };
}

function seen(span: ReadableSpan): SeenSpan {
  const { traceId, spanId } = span.spanContext();
  return {
    ...{ traceId, id: spanId, parentId: span.parentSpanContext?.spanId, name: span.name, kind: SpanKind[span.kind] },
    worker: textOf(span.attributes['messaging.consumer.group.name']),
    process: textOf(span.resource.attributes['service.name']) ?? '',
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
