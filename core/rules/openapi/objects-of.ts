import type { HttpContract } from '../../contract/model.ts';
import type { FragmentKind } from '../../contract/references.ts';
import type { Node } from '../../source/node.ts';

/** The objects of these kinds as they are written, each place once. */
export function objectsOf(contract: HttpContract, ...kinds: readonly FragmentKind[]): Node[] {
  return contract.objects.filter(({ kind }) => kinds.includes(kind)).map(({ node }) => node);
}

/** The location of the member `key`, or of the object itself when it has none. */
export function memberLocation(node: Node, key: string): ReturnType<Node['location']> {
  return (node.get(key) ?? node).location();
}
