import type { Node } from '../../source/node.ts';
import type { Fault, Given } from './fault.ts';

/**
 * Leaves out what follows from another fault of the same object and goes away with it. A parameter without `in` meets
 * every condition on `in`, and so breaks the demands of every location; one with a misspelt `in` meets none, and so
 * nobody knows its `style`. At least one fault always remains: the other one.
 */
export function withoutConsequences(faults: readonly Fault[]): Fault[] {
  const grounds = new Grounds();
  for (const fault of faults) grounds.add(fault);
  return faults.filter((fault) => !grounds.explain(fault));
}

/** The faults that others may follow from. */
class Grounds {
  /** By object: the keys that are missing or whose values are wrong. */
  readonly #keys = new Map<Node, Set<string>>();
  readonly #objects = new Set<Node>();

  add(fault: Fault): void {
    const { node, given = [] } = fault;
    if (fault.kind === 'unknown-key') return;
    const doubted = (object: Node): boolean => given.some((one) => one.node === object);
    if (fault.kind === 'missing' && !doubted(node)) for (const key of fault.keys) this.#addKey(node, key);
    this.#objects.add(node);
    if (node.parent === undefined) return;
    if (!doubted(node.parent)) this.#addKey(node.parent, node.key);
    this.#objects.add(node.parent);
  }

  explain(fault: Fault): boolean {
    if (fault.kind === 'unknown-key' && fault.elsewhere && this.#objects.has(fault.node)) return true;
    return fault.given?.some((one) => this.#refute(one)) ?? false;
  }

  #refute({ node, keys }: Given): boolean {
    const wrong = this.#keys.get(node);
    return wrong !== undefined && keys.some((key) => wrong.has(key));
  }

  #addKey(object: Node, key: string): void {
    const keys = this.#keys.get(object);
    if (keys === undefined) this.#keys.set(object, new Set([key]));
    else keys.add(key);
  }
}
