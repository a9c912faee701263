import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { SpanKind } from '@opentelemetry/api';
import type { SeenSpan } from './span-tree.ts';

export interface Collector {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly url: string;
  /** All that has come so far. */
  readonly spans: readonly SeenSpan[];
  close(): Promise<void>;
}

/** Takes spans by OTLP over HTTP, as JSON. */
export async function startCollector(): Promise<Collector> {
  const spans: SeenSpan[] = [];
  const server = createServer(async (request, response) => {
    // The exporter of our own services writes it, as OTLP 1.x has it.
    spans.push(...readSpans((await json(request)) as TracesData));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface KeyValue {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}

interface TracesData {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] };
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  /** One more than in the programming interface: 0 is "unspecified". */
  readonly kind: number;
  readonly attributes: readonly KeyValue[];
}

function readSpans({ resourceSpans }: TracesData): readonly SeenSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const process = textOf(resource.attributes, 'service.name') ?? '';
    return scopeSpans.flatMap((scope) => scope.spans.map((span) => seen(span, process)));
  });
}

function seen(span: OtlpSpan, process: string): SeenSpan {
  return {
    ...{ traceId: span.traceId, id: span.spanId, parentId: span.parentSpanId || undefined, process },
    ...{ name: span.name, kind: SpanKind[span.kind - 1] ?? '' },
    worker: textOf(span.attributes, 'messaging.consumer.group.name'),
  };
}

function textOf(attributes: readonly KeyValue[], name: string): string | undefined {
  return attributes.find(({ key }) => key === name)?.value.stringValue;
}
