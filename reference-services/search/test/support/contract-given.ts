import { randomUUID } from 'node:crypto';
import type { Given, OperationName } from '../../generated/run-contract-tests.ts';
import type { TestService } from './service.ts';

type Givens = { readonly [Name in OperationName]: () => Given | Promise<Given> };

const text = 'Chào buổi sáng, hôm nay chúng ta họp về kế hoạch quý ba.';

/** Brings the service into the state that each operation needs to succeed, for one tenant. */
export function contractGiven(service: () => TestService, tenant: string): Givens {
  return {
    searchSegments: async () => {
      await segment();
      return { body: { query: 'kế hoạch quý ba', filters: { languages: ['vi-VN'] }, hybridWeight: 0.7, limit: 1 } };
    },
    listSimilarSegments: async () => {
      await segment();
      return { path: { segmentId: await segment() }, query: { cursor: undefined } };
    },
    getSuggestions: () => segment().then(() => ({})),
    createFeedback: async () => ({
      headers: { 'Idempotency-Key': randomUUID() },
      body: { query: 'kế hoạch quý ba', segmentId: await segment(), verdict: 'relevant', position: 0 },
    }),
    getIndex: () => segment().then(() => ({})),
    getHealth: () => ({}),
    getReadiness: () => ({}),
    getMetrics: () => ({}),
  };

  async function segment(): Promise<string> {
    const [id = ''] = await service().write(tenant, [{ text }]);
    return id;
  }
}
