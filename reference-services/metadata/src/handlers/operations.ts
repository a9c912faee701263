import { problem } from '../../../common/problem.ts';
import type { Handlers } from '../../generated/index.ts';
import type { MetadataDeps } from '../deps.ts';

export const operationHandlers = {
  getHealth: () => ({ status: 200, body: { status: 'ok' } }),

  getReadiness: async (_input, { deps }) => {
    const readiness = await deps.health.readiness();
    if (readiness.status === 'ready') return { status: 200, body: readiness };
    const detail = deps.health.draining ? 'The service is shutting down.' : 'The database does not answer.';
    return { status: 503, body: { ...problem('not-ready', detail), readiness }, headers: { 'Retry-After': 5 } };
  },

  getMetrics: async (_input, { deps }) => ({ status: 200, body: await deps.metrics.registry.metrics() }),
} satisfies Partial<Handlers<MetadataDeps>>;
