import { posix } from 'node:path';
import type { Node } from '../../source/node.ts';
import { parsePointer } from '../../source/pointer.ts';
import type { Contract } from '../model.ts';

/**
 * Names for what a bundle takes in: the name that it has in its own file, else one made from that file's name, else a
 * numbered one. A schema keeps the name that the reader has given it, so that generated code keeps its types.
 */
export class ComponentNames {
  readonly #schemas: ReadonlyMap<string, string>;
  readonly #taken = new Map<string, Set<string>>();
  readonly #root: Node;

  constructor({ schemas, root }: Contract) {
    this.#root = root;
    this.#schemas = new Map(
      [...schemas].map(([name, { location }]) => [`${location.source.path}#${location.pointer}`, name]),
    );
  }

  /** A name that is free on the shelf, from now on taken. */
  take(shelf: readonly string[], node: Node): string {
    const taken = this.#takenOn(shelf);
    const own = legal((parsePointer(node.pointer) ?? []).at(-1) ?? '');
    const stem = legal(posix.basename(node.source.path).replace(/\.[^.]*$/, '')) || 'part';
    const candidates = [
      ...(isSchemaShelf(shelf) ? [this.#schemas.get(node.place) ?? ''] : []),
      own,
      `${upperFirst(stem)}${upperFirst(own)}`,
    ];
    let name = candidates.find((candidate) => candidate !== '' && !taken.has(candidate));
    for (let count = 2; name === undefined; count++) {
      const numbered = `${own || stem}${count}`;
      if (!taken.has(numbered)) name = numbered;
    }
    taken.add(name);
    return name;
  }

  #takenOn(shelf: readonly string[]): Set<string> {
    const key = shelf.join('/');
    const known = this.#taken.get(key);
    if (known !== undefined) return known;
    let node: Node | undefined = this.#root;
    for (const token of shelf) node = node?.get(token);
    const taken = new Set(node?.entries().map(([name]) => name));
    this.#taken.set(key, taken);
    return taken;
  }
}

function isSchemaShelf(shelf: readonly string[]): boolean {
  return shelf.at(-1) === 'schemas' || shelf.at(-1) === 'definitions';
}

/** What component names may be made of. */
function legal(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
