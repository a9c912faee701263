import type { HttpContract } from '../../contract/model.ts';
import { type FragmentKind, identityOf } from '../../contract/references.ts';
import type { Node } from '../../source/node.ts';

/** The objects of these kinds as they are written, each place once. */
export function objectsOf(contract: HttpContract, ...kinds: readonly FragmentKind[]): Node[] {
  const places = new Map<string, Node>();
  for (const { kind, node } of contract.objects) {
    if (!kinds.includes(kind)) continue;
    const place = identityOf(node);
    if (!places.has(place)) places.set(place, node);
  }
  return [...places.values()];
}

/** The location of the member `key`, or of the object itself when it has none. */
export function memberLocation(node: Node, key: string): ReturnType<Node['location']> {
  return (node.get(key) ?? node).location();
}
