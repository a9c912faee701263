import type { Principal } from '../../common/auth/token-verifier.ts';
import { isDatabaseUnavailable, isUnstorable } from '../../common/database/failure.ts';
import type { Problem } from '../../common/problem.ts';
import type { Context, Handlers } from '../generated/index.ts';
import { refuse } from './answers.ts';
import type { MetadataDeps } from './deps.ts';

type MetadataHandlers = Handlers<MetadataDeps, Principal>;
type AnyContext = Context<MetadataDeps, Principal | undefined>;

interface Output {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string | number };
}

type AnyHandler = (input: unknown, context: AnyContext) => Output | Promise<Output>;

const retryAfterSeconds = 5;

/**
 * What every operation needs around it: the tenant's quota, an answer when the database gives none, and the request's
 * identifier on every problem. Requests that break the contract never come here; they cost no database work either.
 */
export function guard(handlers: MetadataHandlers): MetadataHandlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => [name, guardOne(handler as AnyHandler)]);
  // Each handler keeps its name and input, and gains only answers that every operation with a caller declares: 400, 429, 503.
  return Object.fromEntries(guarded) as MetadataHandlers;
}

function guardOne(handler: AnyHandler): AnyHandler {
  return async (input, context) => withRequestId(await answer(handler, input, context), context.requestId);
}

async function answer(handler: AnyHandler, input: unknown, context: AnyContext): Promise<Output> {
  const { deps, principal, requestId, operationId } = context;
  if (principal === undefined) return handler(input, context);
  const overQuota = takeQuota(deps, principal);
  if (overQuota !== undefined) return overQuota;
  try {
    return await handler(input, context);
  } catch (error) {
    if (isUnstorable(error))
      return refuse(
        'invalid-request',
        'A value cannot be stored, such as text with U+0000 or a time after the year 9999.',
      );
    if (!isDatabaseUnavailable(error)) throw error;
    deps.logger.warn({ error, requestId, operationId }, 'database unavailable');
    const detail = `The database does not answer. Try again in ${retryAfterSeconds} seconds.`;
    return { ...refuse('service-unavailable', detail), headers: { 'Retry-After': retryAfterSeconds } };
  }
}

function takeQuota({ limiter, metrics }: MetadataDeps, { tenant }: Principal): Output | undefined {
  const decision = limiter.take(tenant);
  if (decision.allowed) return undefined;
  metrics.limited.inc();
  const { requests, windowSeconds } = limiter.policy;
  const wait = decision.retryAfterSeconds;
  const detail = `The quota of ${requests} requests in ${windowSeconds} seconds is used up. Try again in ${wait} seconds.`;
  return {
    ...refuse('rate-limited', detail),
    headers: {
      RateLimit: `"tenant";r=0;t=${wait}`,
      'RateLimit-Policy': `"tenant";q=${requests};w=${windowSeconds}`,
      'Retry-After': wait,
    },
  };
}

function withRequestId(output: Output, requestId: string): Output {
  if (output.status < 400) return output;
  const body = output.body as Problem; // the contract has no other errors than problems
  return { ...output, body: { ...body, requestId } };
}
