import { setTimeout as pause } from 'node:timers/promises';

/** So long may nothing change before it counts as stuck: longer than any wait of the platform, on a busy machine. */
const patienceMs = 150_000;

/** Looks until there are so many. Rejects when the number stops growing, however long it all takes. */
export async function untilCount(what: string, wanted: number, count: () => Promise<number>): Promise<void> {
  let best = Number.NEGATIVE_INFINITY;
  let since = performance.now();
  for (;;) {
    const now = await count();
    if (now >= wanted) return;
    if (now > best) {
      best = now;
      since = performance.now();
    }
    if (performance.now() - since > patienceMs) throw new Error(`${what}: stuck at ${best} of ${wanted}`);
    await pause(300);
  }
}

/** Looks until it is true; nothing that it asks may be away. */
export function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  return untilCount(what, 1, async () => ((await isTrue()) ? 1 : 0));
}
