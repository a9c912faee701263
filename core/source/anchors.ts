import type { Node } from './node.ts';

/**
 * The `$id`s, `$self` and `$anchor`s that stand in a source (JSON Schema 2020-12 section 8.2, OpenAPI 3.2 `$self`). Drafts 6
 * and 7 wrote an anchor as an `$id` that is nothing but a fragment.
 */
export class Anchors {
  readonly #root: Node;
  #names: Map<string, Node> | undefined;
  readonly #ids = new Map<string, Node>();

  constructor(root: Node) {
    this.#root = root;
  }

  /** The schema that carries `$anchor: name`, `$dynamicAnchor: name` or `$id: '#name'`. */
  byName(name: string): Node | undefined {
    return this.#scan().get(name);
  }

  /** The schema whose `$id`, or the document whose `$self`, is `uri`. */
  byId(uri: string): Node | undefined {
    this.#scan();
    return this.#ids.get(uri);
  }

  #scan(): Map<string, Node> {
    if (this.#names !== undefined) return this.#names;
    const names = new Map<string, Node>();
    this.#names = names;
    const self = this.#root.string('$self');
    if (self !== undefined) this.#ids.set(withoutFragment(self), this.#root);
    // A text without these keywords, nearly all of them, needs no walk.
    if (!/\$(?:id|anchor|dynamicAnchor)\b/.test(this.#root.source.text)) return names;
    const seen = new Set<unknown>();
    const walk = (node: Node): void => {
      if (!(node.isObject || node.isArray) || seen.has(node.value)) return;
      seen.add(node.value);
      const id = node.string('$id');
      const ownName = id?.startsWith('#') === true ? id.slice(1) : undefined;
      if (id !== undefined && ownName === undefined) this.#ids.set(withoutFragment(id), node);
      for (const anchor of [ownName, node.string('$anchor'), node.string('$dynamicAnchor')]) {
        if (anchor !== undefined && !names.has(anchor)) names.set(anchor, node);
      }
      for (const [, child] of node.entries()) walk(child);
      for (const item of node.items()) walk(item);
    };
    walk(this.#root);
    return names;
  }
}

function withoutFragment(uri: string): string {
  const hash = uri.indexOf('#');
  return hash < 0 ? uri : uri.slice(0, hash);
}
