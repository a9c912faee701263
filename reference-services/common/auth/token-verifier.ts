import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../clock.ts';

/** Who presents a token, as far as a service needs to know. */
export interface Principal {
  readonly tenant: string;
  readonly subject: string | undefined;
  /** The application that the token was issued to (RFC 9068). */
  readonly clientId: string | undefined;
  readonly scopes: ReadonlySet<string>;
  readonly expiresAt: Date;
}

/** A token is good and says who it is, or is not and this is why, in a sentence that may be shown. */
export type Verification = { readonly principal: Principal } | { readonly refusal: string };

export interface TokenVerifier {
  verify(token: string): Promise<Verification>;
}

export interface TokenRules {
  /** A set that stays as it is, or a source of keys that rotate. */
  readonly keys: JSONWebKeySet | JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly clock: Clock;
}

const tenantPattern = /^ten_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** RS256 and nothing else, so that neither `none` nor a public key used as an HMAC secret gets through. */
export function createTokenVerifier({ keys, issuer, audience, clock }: TokenRules): TokenVerifier {
  const keyOf = typeof keys === 'function' ? keys : createLocalJWKSet(keys);
  return {
    async verify(token) {
      try {
        const options = { algorithms: ['RS256'], issuer, audience, requiredClaims: ['exp'], clockTolerance: 5 };
        const { payload } = await jwtVerify(token, keyOf, { ...options, currentDate: clock() });
        return principalOf(payload);
      } catch (error) {
        if (error instanceof errors.JOSEError) return { refusal: reasonOf(error) };
        throw error;
      }
    },
  };
}

function principalOf(payload: JWTPayload): Verification {
  const { tenant, scope, client_id: clientId, exp = 0 } = payload;
  if (typeof tenant !== 'string' || !tenantPattern.test(tenant)) {
    return { refusal: 'The access token names no tenant in its claim "tenant".' };
  }
  const scopes = new Set(typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : []);
  return {
    principal: {
      tenant,
      subject: payload.sub,
      clientId: typeof clientId === 'string' ? clientId : undefined,
      scopes,
      expiresAt: new Date(exp * 1000),
    },
  };
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The access token has expired. Fetch a new one and try again.';
  if (error instanceof errors.JWTClaimValidationFailed)
    return `The access token's claim "${error.claim}" is not acceptable.`;
  return 'The access token is not valid.';
}
