/** What two versions have in common, and what only one of them has. */
export interface Matched<Item> {
  readonly pairs: ReadonlyArray<readonly [before: Item, after: Item]>;
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/**
 * Pairs items by the first of `keys` under which both versions have one. Each item is used once; items of one version
 * with the same key are paired in their order.
 */
export function match<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keys: ReadonlyArray<(item: Item) => string | undefined>,
): Matched<Item> {
  const pairs: Array<readonly [Item, Item]> = [];
  let [old, now]: readonly [readonly Item[], readonly Item[]] = [before, after];
  for (const keyOf of keys) {
    const waiting = new Map<string, Item[]>();
    for (const item of now) {
      const key = keyOf(item);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), item]);
    }
    const used = new Set<Item>();
    const left: Item[] = [];
    for (const item of old) {
      const key = keyOf(item);
      const partner = key === undefined ? undefined : waiting.get(key)?.shift();
      if (partner === undefined) left.push(item);
      else {
        pairs.push([item, partner]);
        used.add(partner);
      }
    }
    old = left;
    now = now.filter((item) => !used.has(item));
  }
  return { pairs, removed: old, added: now };
}
