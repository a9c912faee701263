import { createIds } from '../ids.ts';
import { traceRequests } from '../tracing/trace-requests.ts';
import { bearerSecurity, type ProblemClass, realm } from './authenticate.ts';
import { guard } from './guard.ts';
import { type KnownRequest, observe } from './observe.ts';
import { problemType } from './problem-type.ts';
import type { ServiceDeps } from './service-deps.ts';

const newId = createIds();

/** How the routes of every service behave, for the `createRoutes` that is generated from its contract. */
export function routeOptions<Deps extends ServiceDeps, Env extends KnownRequest>(
  deps: Deps,
  { HttpProblem }: { readonly HttpProblem: ProblemClass },
) {
  const { logger } = deps;
  return {
    deps,
    security: bearerSecurity(HttpProblem),
    realm,
    problemType,
    newRequestId: () => newId('req'),
    middleware: [traceRequests<Env>(), observe<Env>(deps)],
    around: guard,
    onError: (error: unknown, failure: object) => logger.error({ error, ...failure }, 'handler failed'),
    onResponseViolation: (violation: object) => logger.error({ ...violation }, 'response breaks the contract'),
  };
}
