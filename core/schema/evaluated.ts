/** Which properties and items of one value some schema has already spoken for: what `unevaluated…` goes by. */
export class Evaluated {
  // Most records stay empty: they are made for every alternative that is tried.
  #properties: Set<string> | undefined;
  #items: Set<number> | undefined;
  #allProperties = false;
  #itemsUpTo = 0;

  hasProperty(name: string): boolean {
    return this.#allProperties || this.#properties?.has(name) === true;
  }

  hasItem(index: number): boolean {
    return index < this.#itemsUpTo || this.#items?.has(index) === true;
  }

  addProperty(name: string): void {
    this.#properties ??= new Set();
    this.#properties.add(name);
  }

  addAllProperties(): void {
    this.#allProperties = true;
  }

  addItem(index: number): void {
    this.#items ??= new Set();
    this.#items.add(index);
  }

  addItemsUpTo(count: number): void {
    this.#itemsUpTo = Math.max(this.#itemsUpTo, count);
  }

  addAll(other: Evaluated): void {
    for (const name of other.#properties ?? []) this.addProperty(name);
    for (const index of other.#items ?? []) this.addItem(index);
    this.#allProperties ||= other.#allProperties;
    this.addItemsUpTo(other.#itemsUpTo);
  }
}
