/** Which properties and items of one value some schema has already spoken for: what `unevaluated…` goes by. */
export class Evaluated {
  readonly #properties = new Set<string>();
  readonly #items = new Set<number>();
  #allProperties = false;
  #itemsUpTo = 0;

  hasProperty(name: string): boolean {
    return this.#allProperties || this.#properties.has(name);
  }

  hasItem(index: number): boolean {
    return index < this.#itemsUpTo || this.#items.has(index);
  }

  addProperty(name: string): void {
    this.#properties.add(name);
  }

  addAllProperties(): void {
    this.#allProperties = true;
  }

  addItem(index: number): void {
    this.#items.add(index);
  }

  addItemsUpTo(count: number): void {
    this.#itemsUpTo = Math.max(this.#itemsUpTo, count);
  }

  addAll(other: Evaluated): void {
    for (const name of other.#properties) this.#properties.add(name);
    for (const index of other.#items) this.#items.add(index);
    this.#allProperties ||= other.#allProperties;
    this.addItemsUpTo(other.#itemsUpTo);
  }
}
