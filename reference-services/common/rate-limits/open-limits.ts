import type { Clock } from '../clock.ts';
import type { Check } from '../health.ts';
import type { Logger } from '../logging.ts';
import { createProcessLimits } from './process-limits.ts';
import type { RateLimits } from './rate-limits.ts';
import { createRedisLimits } from './redis-limits.ts';

export interface OpenLimitsOptions {
  /** In the process when left out. */
  readonly redisUrl: string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function openLimits({ redisUrl, clock, logger }: OpenLimitsOptions): RateLimits {
  return redisUrl === undefined ? createProcessLimits(clock) : createRedisLimits({ url: redisUrl, clock, logger });
}

/** For `/ready`, where limits are meant to be shared: without Redis the service is degraded and goes on. */
export function limitsCheck(limits: RateLimits): Check {
  return {
    name: 'redis',
    optional: true,
    probe: async () => {
      if (!limits.shared()) throw new Error('Rate limits count in this process alone.');
    },
  };
}
