import type { Principal } from '../../../common/auth/token-verifier.ts';
import { listed, refuse } from '../../../common/service/answers.ts';
import type { Handlers } from '../../generated/index.ts';
import type { EmbeddingsDeps } from '../deps.ts';

export const encodingHandlers = {
  encodeTexts: async ({ body }, { deps: { encoder } }) => {
    const { texts, purpose = 'query', modelId = encoder.id } = body;
    if (modelId !== encoder.id) {
      const errors = [{ pointer: '#/modelId', detail: 'is no encoder that is loaded' }];
      return refuse('unprocessable', 'The texts cannot be encoded like this.', errors);
    }
    const vectors = await encoder.encode(texts, { purpose });
    const embeddings = vectors.map((vector, index) => {
      const truncated = encoder.truncates?.(texts[index] ?? '', purpose) ?? false;
      return { index, vector: [...vector], truncated };
    });
    const { id, version, dimensions } = encoder;
    return {
      status: 200,
      body: { modelId: id, modelVersion: version, dimensions, normalised: true, embeddings },
    };
  },

  listModels: async ({ query }, { deps: { encoder } }) => {
    // There is one page only, so no cursor was ever given out.
    if (query.cursor !== undefined) return listed({ kind: 'invalid-cursor' });
    const { id, name, version, kind, dimensions, maxTokens } = encoder;
    const item = { id, name, version, kind, dimensions, distance: 'cosine', maxTokens, current: true } as const;
    return listed({ kind: 'page', items: [item], page: { hasMore: false } });
  },
} satisfies Partial<Handlers<EmbeddingsDeps, Principal>>;
