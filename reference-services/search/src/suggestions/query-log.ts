/** How often each query was asked, of each tenant. It lives in memory and forgets the query that was not asked for longest. */
export interface QueryLog {
  note(tenant: string, query: string): void;
  /** Asked often enough to belong to the tenant and not to one person, the most frequent first. */
  frequent(tenant: string): readonly string[];
}

const queriesOfTenant = 1_000;
const tenants = 1_000;
/** Queries hold personal data, and what one person asked once is nobody else's business. */
const leastTimes = 3;

export function createQueryLog(): QueryLog {
  const counts = new Map<string, Map<string, number>>();
  return {
    note(tenant, query) {
      const known = counts.get(tenant) ?? new Map<string, number>();
      const text = query.trim().replaceAll(/\s+/g, ' ');
      const count = (known.get(text) ?? 0) + 1;
      putLast(known, text, count, queriesOfTenant);
      putLast(counts, tenant, known, tenants);
    },
    frequent(tenant) {
      const often = [...(counts.get(tenant) ?? [])].filter(([, count]) => count >= leastTimes);
      return often.toSorted(([, one], [, other]) => other - one).map(([text]) => text);
    },
  };
}

function putLast<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
