import type { HttpContract } from '../../contract/model.ts';
import { oncePer } from '../../contract/once-per.ts';
import type { FragmentKind } from '../../contract/references.ts';
import type { Node } from '../../source/node.ts';

const byKind = oncePer((contract: HttpContract) => Map.groupBy(contract.objects, ({ kind }) => kind));

/** The objects of these kinds as they are written, each place once, one kind after the other. */
export function objectsOf(contract: HttpContract, ...kinds: readonly FragmentKind[]): Node[] {
  return kinds.flatMap(
    (kind) =>
      byKind(contract)
        .get(kind)
        ?.map(({ node }) => node) ?? [],
  );
}

/** The location of the member `key`, or of the object itself when it has none. */
export function memberLocation(node: Node, key: string): ReturnType<Node['location']> {
  return (node.get(key) ?? node).location();
}
