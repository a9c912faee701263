import type { Check } from '../../../common/health.ts';
import * as asr from '../../generated/clients/asr/index.ts';
import * as ingestion from '../../generated/clients/ingestion/index.ts';
import * as metadata from '../../generated/clients/metadata/index.ts';
import * as search from '../../generated/clients/search/index.ts';
import type { GatewayConfig, UpstreamUrls } from '../config.ts';
import { createUpstream, type Upstream } from './upstream.ts';

export interface Upstreams {
  readonly ingestion: Upstream<ingestion.Transport>;
  readonly search: Upstream<search.Transport>;
  readonly metadata: Upstream<metadata.Transport>;
  readonly asr: Upstream<asr.Transport> | undefined;
}

export type UpstreamName = keyof UpstreamUrls;

/** Services of the same process, by name; the others are asked over the network. */
export type InProcess = { readonly [Name in UpstreamName]?: (request: Request) => Promise<Response> };

export function openUpstreams(config: GatewayConfig, inProcess: InProcess = {}): Upstreams {
  const { upstreams: urls, upstreamTimeoutMs: timeoutMs, uploadTimeoutMs } = config;
  const about = (name: UpstreamName, baseUrl: string) => {
    const fetch = inProcess[name];
    return { name, baseUrl, timeoutMs, uploadTimeoutMs, ...(fetch !== undefined && { fetch }) };
  };
  return {
    ingestion: createUpstream({ ...about('ingestion', urls.ingestion), createTransport: ingestion.createTransport }),
    search: createUpstream({ ...about('search', urls.search), createTransport: search.createTransport }),
    metadata: createUpstream({ ...about('metadata', urls.metadata), createTransport: metadata.createTransport }),
    asr:
      urls.asr === undefined
        ? undefined
        : createUpstream({ ...about('asr', urls.asr), createTransport: asr.createTransport }),
  };
}

export function openOnes({ ingestion, search, metadata, asr }: Upstreams) {
  return [ingestion, search, metadata, ...(asr === undefined ? [] : [asr])];
}

/**
 * What `/ready` asks. Without one upstream the gateway still serves the others, so that it is degraded; only when none
 * answers should it get no traffic.
 */
export function upstreamChecks(upstreams: Upstreams): readonly Check[] {
  const probes = [
    { name: 'ingestion', probe: () => probe(upstreams.ingestion, ingestion.getReadiness) },
    { name: 'search', probe: () => probe(upstreams.search, search.getReadiness) },
    { name: 'metadata', probe: () => probe(upstreams.metadata, metadata.getReadiness) },
  ];
  const { asr: speech } = upstreams;
  if (speech !== undefined) probes.push({ name: 'asr', probe: () => probe(speech, asr.getReadiness) });
  return [
    ...probes.map((check) => ({ ...check, optional: true })),
    { name: 'platform', probe: () => Promise.any(probes.map((check) => check.probe())) },
  ];
}

/** Past the circuit breaker's count, but through the breaker: while it is open the upstream counts as silent. */
async function probe<Transport>(
  { name, transport }: Upstream<Transport>,
  ask: (
    transport: Transport,
    input: Record<string, never>,
    options: { readonly timeout: number; readonly retry: false },
  ) => Promise<{ readonly status: number }>,
): Promise<void> {
  const sent = transport({ requestId: 'readiness-probe', authorization: undefined });
  const { status } = await ask(sent, {}, { timeout: 800, retry: false });
  if (status !== 200) throw new Error(`${name} is not ready: ${status}.`);
}
