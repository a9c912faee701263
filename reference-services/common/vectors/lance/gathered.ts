/** Hands items to one write after the other; what comes in while a write runs goes into the next one, together. */
export interface Gathered<Item> {
  /** Resolves when the items are written, and fails as their write does. */
  add(items: readonly Item[]): Promise<void>;
  /** What comes from now on goes into a later write: call it before other work that has to keep its place. */
  part(): void;
}

/** Writes of more would hold up those who wait for less. */
const most = 2_000;

export function gatherWrites<Item>(
  inTurn: (work: () => Promise<void>) => Promise<void>,
  write: (items: readonly Item[]) => Promise<void>,
): Gathered<Item> {
  let next: { readonly items: Item[]; readonly written: Promise<void> } | undefined;
  return {
    add(items) {
      if (next === undefined || next.items.length + items.length > most) {
        const gathered: Item[] = [];
        const written = inTurn(() => {
          if (next?.items === gathered) next = undefined;
          return write(gathered);
        });
        next = { items: gathered, written };
      }
      next.items.push(...items);
      return next.written;
    },
    part() {
      next = undefined;
    },
  };
}
