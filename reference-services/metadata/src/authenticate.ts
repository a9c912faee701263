import type { Principal } from '../../common/auth/token-verifier.ts';
import { problem } from '../../common/problem.ts';
import { HttpProblem } from '../generated/index.ts';
import type { SecurityHandlers } from '../generated/security.ts';
import type { MetadataDeps } from './deps.ts';

export const realm = 'ai2text';

/** Who asks, by the access token: 401 for a token that is not good, 403 for one without the scopes of the operation. */
export const security = {
  BearerJwt: async ({ token }, { deps, scopes }) => {
    const verification = await deps.tokens.verify(token);
    if ('refusal' in verification) throw unauthenticated(verification.refusal);
    const lacking = scopes.filter((scope) => !verification.principal.scopes.has(scope));
    if (lacking.length > 0) throw insufficientScope(lacking);
    return verification.principal;
  },
} satisfies SecurityHandlers<MetadataDeps, Principal>;

function unauthenticated(detail: string): HttpProblem {
  const challenge = `Bearer realm="${realm}", error="invalid_token", error_description="${detail.replaceAll('"', "'")}"`;
  return new HttpProblem(401, { ...problem('unauthenticated', detail), headers: { 'WWW-Authenticate': challenge } });
}

function insufficientScope(scopes: readonly string[]): HttpProblem {
  const list = scopes.join(' ');
  const challenge = `Bearer realm="${realm}", error="insufficient_scope", scope="${list}"`;
  const detail = `The operation needs the scope "${list}", which this token does not carry.`;
  return new HttpProblem(403, { ...problem('insufficient-scope', detail), headers: { 'WWW-Authenticate': challenge } });
}
