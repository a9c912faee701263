import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolState } from './database/database.ts';

export type Metrics = ReturnType<typeof createMetrics>;

export interface MetricsOptions {
  /** There only where the service has a database. */
  readonly pool?: () => PoolState;
  /** Memory, CPU and event loop of the process. They belong to the process, so tests with many apps leave them out. */
  readonly ofProcess: boolean;
}

/** The metrics of one service, each in a registry of its own, so that several services can share a process. */
export function createMetrics({ pool, ofProcess }: MetricsOptions) {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });

  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to its response, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5],
    registers,
  });
  const inFlight = new Gauge({ name: 'http_requests_in_flight', help: 'Requests being answered now.', registers });
  const replays = new Counter({
    name: 'idempotency_replays_total',
    help: 'Responses given again for a repeated Idempotency-Key.',
    labelNames: ['operation'],
    registers,
  });
  const limited = new Counter({ name: 'rate_limited_total', help: 'Requests refused by the rate limit.', registers });
  if (pool !== undefined) {
    new Gauge({
      name: 'database_pool_connections',
      help: 'Connections to the database: all, idle, and requests waiting for one.',
      labelNames: ['state'],
      registers,
      collect() {
        for (const [state, count] of Object.entries(pool())) this.set({ state }, count);
      },
    });
  }

  return { registry, duration, inFlight, replays, limited };
}
