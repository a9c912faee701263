// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Lease, RenewableSecret } from './credentials.ts';

/** What an authorization server grants. Further members, such as a refresh token, are handed back for the next one. */
export interface GrantedToken {
  readonly token: string;
  /** When it ends: a date, or milliseconds since 1970. */
  readonly expiresAt?: Date | number;
}

export interface RefreshingOptions {
  /** How many milliseconds before its end a token is replaced; 30,000 when left out, never more than half of its life. */
  readonly leeway?: number;
}

/**
 * A credential that is fetched when it is first needed, shortly before it ends, and when the server answers 401. However
 * many calls need it at a time, it is fetched once, and when that fails all of them fail with the same cause.
 */
export function refreshing<Granted extends GrantedToken>(
  fetchToken: (previous: Granted | undefined) => Promise<Granted>,
  { leeway = 30_000 }: RefreshingOptions = {},
): RenewableSecret {
  let held: Held<Granted> | undefined;
  let pending: Promise<Held<Granted>> | undefined;
  /** The failures so far, so that a call knows whether one came after it was sent. */
  let failures = 0;
  let lastFailure: unknown;

  function refresh(): Promise<Held<Granted>> {
    pending ??= fetchToken(held?.granted)
      .then((granted) => {
        held = hold(granted, leeway);
        return held;
      })
      .catch((error: unknown) => {
        failures++;
        lastFailure = error;
        throw error;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  }

  async function current(): Promise<Held<Granted>> {
    if (held === undefined || Date.now() >= held.ends) return refresh();
    if (Date.now() < held.renewAt) return held;
    const old = held;
    // It still serves for a while, so a failure now is no failure of the call.
    return refresh().catch(() => old);
  }

  return {
    async lease(): Promise<Lease> {
      const used = await current();
      const failuresBefore = failures;
      const renew = async () => {
        // Another call has replaced it meanwhile, or failed to.
        if (held !== used) return;
        if (failures > failuresBefore) throw lastFailure;
        await refresh();
      };
      return { secret: used.granted.token, renew };
    },
  };
}

interface Held<Granted> {
  readonly granted: Granted;
  readonly renewAt: number;
  readonly ends: number;
}

function hold<Granted extends GrantedToken>(granted: Granted, leeway: number): Held<Granted> {
  const { expiresAt } = granted;
  if (expiresAt === undefined) return { granted, renewAt: Number.POSITIVE_INFINITY, ends: Number.POSITIVE_INFINITY };
  const ends = Number(expiresAt);
  return { granted, renewAt: ends - Math.min(leeway, (ends - Date.now()) / 2), ends };
}
