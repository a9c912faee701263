import type { Principal } from '../../../common/auth/token-verifier.ts';
import { hnsw } from '../../../common/vectors/vector-index.ts';
import type { Handlers } from '../../generated/index.ts';
import type { SearchDeps } from '../deps.ts';

export const indexHandlers = {
  getIndex: async (_input, { deps, principal }) => {
    const [vectorCount, { modelId, modelVersion, dimensions }] = await Promise.all([
      deps.index.count({ tenantId: principal.tenant }),
      deps.index.info(),
    ]);
    const body = { vectorCount, dimensions, modelId, modelVersion, ...hnsw, ...deps.recall.last() };
    return { status: 200, body };
  },
} satisfies Partial<Handlers<SearchDeps, Principal>>;
