import type { MiddlewareHandler } from 'hono';
import { HttpProblem, type ServerEnv } from '../../generated/index.ts';
import { problemResponse } from '../../generated/runtime/problem.ts';
import { upstreamFailed } from './trouble.ts';

/** The upstream whose answer a request is being answered with. */
const answeredBy = new WeakMap<Request, string>();

export function noteAnswer(request: Request, upstream: string): void {
  answeredBy.set(request, upstream);
}

/**
 * The server answers 500 where an answer breaks the contract. Where it is an upstream's answer, the fault is behind the
 * gateway: 502. The log has the reasons by then.
 */
export function brokenAnswers(): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    await next();
    if (c.res.status !== 500) return;
    const upstream = answeredBy.get(c.req.raw);
    if (upstream === undefined) return;
    const { status, body } = upstreamFailed(upstream);
    const response = problemResponse(new HttpProblem(status, body), { requestId: c.get('requestId') });
    c.res = c.req.method === 'HEAD' ? new Response(null, response) : response;
  };
}
