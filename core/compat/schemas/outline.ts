/**
 * What a walk finds, in the order of the document. Walks go breadth first, so that each schema is met where it is nearest
 * to the root; people read depth first.
 */
export class Outline<Item> {
  readonly #entries: Array<{ readonly item: Item } | Outline<Item>> = [];

  add(item: Item): void {
    this.#entries.push({ item });
  }

  /** A place for what is found further in, which may come later. */
  inside(): Outline<Item> {
    const outline = new Outline<Item>();
    this.#entries.push(outline);
    return outline;
  }

  /** On a list of its own: schemas may lead to each other thousands of steps deep. */
  *items(): Generator<Item> {
    const waiting: Array<{ readonly item: Item } | Outline<Item>> = [this];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next instanceof Outline) for (const entry of next.#entries.toReversed()) waiting.push(entry);
      else yield next.item;
    }
  }
}
