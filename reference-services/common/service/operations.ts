import type { Health, Readiness } from '../health.ts';
import type { Metrics } from '../metrics.ts';
import { problem } from '../problem.ts';

/** All that these operations look at. */
export interface OperationsContext {
  readonly deps: { readonly health: Health; readonly metrics: Pick<Metrics, 'registry'> };
}

/** `getHealth`, `getReadiness` and `getMetrics`, which every contract has. */
export const operationHandlers = {
  getHealth: () => ({ status: 200, body: { status: 'ok' } }) as const,

  getReadiness: async (_input: unknown, { deps }: OperationsContext) => {
    const readiness = await deps.health.readiness();
    if (readiness.status !== 'unavailable') return { status: 200, body: readiness } as const;
    const detail = deps.health.draining ? 'The service is shutting down.' : silenceOf(readiness);
    const body = { ...problem('not-ready', detail), readiness };
    return { status: 503, body, headers: { 'Retry-After': 5 } } as const;
  },

  getMetrics: async (_input: unknown, { deps }: OperationsContext) =>
    ({ status: 200, body: await deps.metrics.registry.metrics() }) as const,
};

function silenceOf({ checks }: Readiness): string {
  const silent = checks.filter(({ status }) => status === 'unavailable').map(({ name }) => `the ${name}`);
  const list = new Intl.ListFormat('en').format(silent);
  return `${list.replace(/^t/, 'T')} ${silent.length === 1 ? 'does' : 'do'} not answer.`;
}
