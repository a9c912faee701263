import type { Node } from '../source/node.ts';

/**
 * What is known of places, kept apart by what is wanted there: a value can be read as a schema here and as an example
 * there. Entries come back in the order in which they were first set.
 */
export class PlaceMap<Kind extends string, Value> {
  readonly #kinds = new Map<Kind, Map<string, number>>();
  readonly #values: Value[] = [];

  get values(): readonly Value[] {
    return this.#values;
  }

  has(kind: Kind, node: Node): boolean {
    return this.#kinds.get(kind)?.has(node.place) ?? false;
  }

  get(kind: Kind, node: Node): Value | undefined {
    const at = this.#kinds.get(kind)?.get(node.place);
    return at === undefined ? undefined : this.#values[at];
  }

  set(kind: Kind, node: Node, value: Value): void {
    const places = this.#kinds.get(kind) ?? new Map<string, number>();
    if (places.size === 0) this.#kinds.set(kind, places);
    const at = places.get(node.place);
    if (at === undefined) places.set(node.place, this.#values.push(value) - 1);
    else this.#values[at] = value;
  }
}
