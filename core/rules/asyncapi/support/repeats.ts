import type { Node } from '../../../source/node.ts';

export interface Repeat {
  readonly first: Node;
  readonly again: Node;
  readonly text: string;
}

/** The nodes whose text an earlier one has already, each with the first of its kind. */
export function repeatsIn(nodes: readonly Node[]): Repeat[] {
  const seen = new Map<string, Node>();
  const repeats: Repeat[] = [];
  for (const node of nodes) {
    if (typeof node.value !== 'string') continue;
    const first = seen.get(node.value);
    if (first === undefined) seen.set(node.value, node);
    else repeats.push({ first, again: node, text: node.value });
  }
  return repeats;
}
