import {
  createLocalJWKSet,
  errors,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
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

/** How many good tokens are remembered. */
const mostKnown = 10_000;

/** In seconds: clocks of two machines are never quite the same. */
const clockTolerance = 5;

/** A token whose signature was good. */
interface Known {
  readonly header: JWTHeaderParameters;
  readonly key: unknown;
  readonly verification: Verification;
  readonly until: number;
}

/**
 * RS256 and nothing else, so that neither `none` nor a public key used as an HMAC secret gets through. A signature costs more
 * than the rest of a small request, so one that was good is not computed again while the token lasts and its key is in the set.
 */
export function createTokenVerifier({ keys, issuer, audience, clock }: TokenRules): TokenVerifier {
  const keyOf = typeof keys === 'function' ? keys : createLocalJWKSet(keys);
  const known = new Map<string, Known>();
  return {
    async verify(token) {
      const now = clock();
      try {
        const before = known.get(token);
        if (before !== undefined && (await isGoodStill(before, now))) return before.verification;
        known.delete(token);
        return await verifyNow(token, now);
      } catch (error) {
        if (error instanceof errors.JOSEError) return { refusal: reasonOf(error) };
        throw error;
      }
    },
  };

  /** A set that was read again holds other objects, even for the same keys. */
  async function isGoodStill({ until, header, key }: Known, now: Date): Promise<boolean> {
    return now.getTime() < until && (await keyOf(header, noToken)) === key;
  }

  async function verifyNow(token: string, now: Date): Promise<Verification> {
    const options = { algorithms: ['RS256'], issuer, audience, requiredClaims: ['exp'], clockTolerance };
    const { payload, protectedHeader, key } = await jwtVerify(token, keyOf, { ...options, currentDate: now });
    const verification = principalOf(payload);
    const [oldest] = known.size >= mostKnown ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    const until = ((payload.exp ?? 0) + clockTolerance) * 1000;
    known.set(token, { header: protectedHeader, key, verification, until });
    return verification;
  }
}

/** Key sets choose by the header alone. */
const noToken: FlattenedJWSInput = { payload: '', signature: '' };

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
