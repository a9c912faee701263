import { KeysUnavailableError } from '../auth/key-source.ts';
import type { Principal, Verification } from '../auth/token-verifier.ts';
import { type Problem, problem } from '../problem.ts';
import type { ServiceDeps } from './service-deps.ts';

export const realm = 'ai2text';

/** The class that a service's generated runtime throws and understands. */
export type ProblemClass = new (
  status: number,
  options: Problem & { readonly headers: Readonly<Record<string, string>> },
) => Error;

/** What a security handler looks at. */
export interface SecurityAsked {
  readonly deps: Pick<ServiceDeps, 'tokens'>;
  readonly scopes: readonly string[];
}

/** Who asks, by the access token: 401 for a token that is not good, 403 for one without the scopes of the operation. */
export function bearerSecurity(HttpProblem: ProblemClass) {
  return {
    BearerJwt: async ({ token }: { readonly token: string }, { deps, scopes }: SecurityAsked): Promise<Principal> => {
      const verification = await deps.tokens.verify(token).catch(keysUnavailable);
      if ('refusal' in verification) throw unauthenticated(verification.refusal);
      const lacking = scopes.filter((scope) => !verification.principal.scopes.has(scope));
      if (lacking.length > 0) throw insufficientScope(lacking);
      return verification.principal;
    },
  };

  /** A 401 would send people to fetch another token, which could not be verified either. */
  function keysUnavailable(error: unknown): Verification {
    if (!(error instanceof KeysUnavailableError)) throw error;
    const detail = 'The keys to verify access tokens cannot be had now. Try again in 5 seconds.';
    throw new HttpProblem(503, { ...problem('service-unavailable', detail), headers: { 'Retry-After': '5' } });
  }

  function unauthenticated(detail: string): Error {
    const said = detail.replaceAll('"', "'");
    const challenge = `Bearer realm="${realm}", error="invalid_token", error_description="${said}"`;
    return new HttpProblem(401, { ...problem('unauthenticated', detail), headers: { 'WWW-Authenticate': challenge } });
  }

  function insufficientScope(scopes: readonly string[]): Error {
    const list = scopes.join(' ');
    const challenge = `Bearer realm="${realm}", error="insufficient_scope", scope="${list}"`;
    const detail = `The operation needs the scope "${list}", which this token does not carry.`;
    return new HttpProblem(403, {
      ...problem('insufficient-scope', detail),
      headers: { 'WWW-Authenticate': challenge },
    });
  }
}
