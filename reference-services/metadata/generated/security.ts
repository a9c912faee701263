/** Generated from AI2Text metadata 1.1.0. Do not edit: change the contract and generate again. */
import type { BearerCredential, SecurityHandler, SecuritySchemeSpec } from './runtime/index.ts';

/** One handler for each security scheme: it says whom a credential belongs to. */
export interface SecurityHandlers<Deps, Principal = unknown> {
  /**
   * An access token (RFC 6750): a JWT signed with RS256 by a key of the issuer's JWKS. Its `tenant` claim decides
   * whose data the request sees; its `scope` claim must hold every scope that the operation lists in
   * `x-required-scopes`.
   */
  readonly BearerJwt: SecurityHandler<Deps, BearerCredential, Principal>;
}

/** How a request presents the credentials of each scheme. */
export const securitySchemes: Readonly<Record<string, SecuritySchemeSpec>> = {
  BearerJwt: { kind: 'bearer' },
};
