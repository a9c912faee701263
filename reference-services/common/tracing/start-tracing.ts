import { setTimeout as pause } from 'node:timers/promises';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import type { Settings } from '../config.ts';

export interface TracingConfig {
  /** Where spans are sent by OTLP over HTTP; nowhere when undefined. Trace ids travel all the same. */
  readonly endpoint: string | undefined;
  /** The share of new traces that is recorded, from 0 to 1; a trace that came with a request follows its sender. */
  readonly ratio: number;
}

/** OpenTelemetry's own variables. */
export function readTracingConfig(settings: Settings): TracingConfig {
  const endpoint = settings.optional('OTEL_EXPORTER_OTLP_ENDPOINT');
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint)) {
    settings.report(`OTEL_EXPORTER_OTLP_ENDPOINT is "${endpoint}". Set it like http://localhost:4318.`);
  }
  const text = settings.optional('OTEL_TRACES_SAMPLER_ARG') ?? '1';
  const ratio = Number(text);
  if (!(ratio >= 0 && ratio <= 1)) {
    settings.report(`OTEL_TRACES_SAMPLER_ARG is "${text}". Set it to a share from 0 to 1.`);
  }
  return { endpoint, ratio };
}

const patienceMs = 2_000;

export interface RunningTracing {
  /** Sends what is left, if somebody takes it within two seconds: a service does not wait for those who watch it. */
  stop(): Promise<void>;
}

/**
 * Registers tracing for the whole process, which has to happen once and before the first request. `processors` see every
 * recorded span as well; tests pass one that keeps them.
 */
export function startTracing(
  service: string,
  { endpoint, ratio }: TracingConfig,
  processors: readonly SpanProcessor[] = [],
): RunningTracing {
  const sent =
    endpoint === undefined
      ? []
      : [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` }))];
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [...sent, ...processors],
  });
  provider.register();
  return { stop };

  async function stop(): Promise<void> {
    const sent = provider.shutdown().catch(() => undefined);
    await Promise.race([sent, pause(patienceMs, undefined, { ref: false })]);
  }
}
