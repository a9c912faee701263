import type { Clock } from '../../common/clock.ts';
import type { Encoder } from '../../common/encoder/encoder.ts';
import type { Logger } from '../../common/logging.ts';
import type { Metrics } from '../../common/metrics.ts';
import type { VectorHit, VectorIndex } from '../../common/vectors/vector-index.ts';
import type { Suggestion } from '../generated/types.ts';
import type { SearchConfig } from './config.ts';
import { registerSearchMetrics } from './metrics.ts';
import { createCache } from './search/cache.ts';
import { createEngine } from './search/engine.ts';
import { createRecall } from './search/recall.ts';
import type { Reranker } from './search/rerank.ts';
import { createQueryLog } from './suggestions/query-log.ts';
import { createSuggestions } from './suggestions/suggestions.ts';

export interface PartsNeeded {
  readonly index: VectorIndex;
  readonly encoder: Encoder;
  readonly reranker: Reranker | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** What searches, and `forget`, which makes it look again at what a tenant has. */
export function createParts(config: SearchConfig, needed: PartsNeeded) {
  const { index, encoder, reranker, clock, logger, metrics } = needed;
  const counters = registerSearchMetrics(metrics.registry);
  const recall = createRecall({
    index,
    share: config.recallShare,
    clock,
    onMeasured: (mean) => {
      counters.samples.inc();
      counters.recall.set({ index: index.kind }, mean);
    },
    onError: (error) => logger.warn({ error }, 'recall was not measured'),
  });
  const rerankFailed = (error: unknown) => {
    counters.rerankFailures.inc();
    logger.warn({ error }, 'hits were not ordered again');
  };
  const reranking = reranker && { reranker, timeoutMs: config.rerankTimeoutMs, onError: rerankFailed };
  const hits = createCache<readonly VectorHit[]>({
    ...config.cache,
    clock,
    onAsked: (result) => counters.cache.inc({ result }),
  });
  const names = createCache<readonly Suggestion[]>({ ...config.cache, clock });
  return {
    recall,
    engine: createEngine({ index, encoder, cache: hits, recall, reranking }),
    suggestions: createSuggestions({ index, queries: createQueryLog(), cache: names }),
    forget(tenant: string) {
      counters.invalidations.inc();
      hits.forget(tenant);
      names.forget(tenant);
    },
  };
}
