import type { Clock } from '../../../common/clock.ts';

export interface TenantCache<Value> {
  /** The value that is kept, or what `make` gives, which is kept then. */
  get(tenant: string, key: string, make: () => Promise<Value>): Promise<Value>;
  /** Forgets all that is kept for the tenant, and all that is being made for it now. */
  forget(tenant: string): void;
}

export interface CacheOptions {
  /** 0 keeps nothing. */
  readonly entries: number;
  readonly lifetimeMs: number;
  readonly clock: Clock;
  readonly onAsked?: (result: 'hit' | 'miss') => void;
}

interface Entry<Value> {
  readonly value: Value;
  readonly tenant: string;
  readonly until: number;
}

/** What was asked lately; of too many entries, the one that was asked longest ago goes. */
export function createCache<Value>({
  entries,
  lifetimeMs,
  clock,
  onAsked = () => {},
}: CacheOptions): TenantCache<Value> {
  // A Map keeps the order of insertion, so an entry that is used is inserted again.
  const kept = new Map<string, Entry<Value>>();
  let forgotten = 0;
  return {
    async get(tenant, key, make) {
      const place = `${tenant} ${key}`;
      const known = kept.get(place);
      kept.delete(place);
      const now = clock().getTime();
      if (known !== undefined && known.until > now) {
        kept.set(place, known);
        onAsked('hit');
        return known.value;
      }
      onAsked('miss');
      const before = forgotten;
      const value = await make();
      // What was read before something was forgotten may be older than it.
      if (before === forgotten) keep(place, { value, tenant, until: now + lifetimeMs });
      return value;
    },
    forget(tenant) {
      forgotten += 1;
      for (const [place, entry] of kept) if (entry.tenant === tenant) kept.delete(place);
    },
  };

  function keep(place: string, entry: Entry<Value>): void {
    kept.set(place, entry);
    for (const oldest of kept.keys()) {
      if (kept.size <= entries) return;
      kept.delete(oldest);
    }
  }
}
