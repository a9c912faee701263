import { Counter, Gauge, type Registry } from 'prom-client';

/** What search tells of itself, beside what every service tells. */
export function registerSearchMetrics(registry: Registry) {
  const registers = [registry];
  const cache = new Counter({
    name: 'search_cache_total',
    help: 'Searches, by whether the answer was kept (hit) or had to be made (miss).',
    labelNames: ['result'],
    registers,
  });
  const samples = new Counter({
    name: 'search_recall_samples_total',
    help: 'Searches that were held against exact search.',
    registers,
  });
  const invalidations = new Counter({
    name: 'search_cache_invalidations_total',
    help: 'Events after which the kept answers of a tenant were forgotten.',
    registers,
  });
  const rerankFailures = new Counter({
    name: 'search_rerank_failures_total',
    help: 'Searches whose re-ranker failed or was late, so that the hits stayed as they were.',
    registers,
  });
  const recall = new Gauge({
    name: 'search_recall_at_10',
    help: 'Share of the 10 exact nearest neighbours that searches found, over the latest 100 samples.',
    // With a label there is no value until the first measurement; without one there would be a 0.
    labelNames: ['index'],
    registers,
  });
  return { cache, samples, invalidations, rerankFailures, recall };
}
