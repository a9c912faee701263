import type { Node } from '../../source/node.ts';
import type { Extensions } from '../model.ts';

const none: Extensions = new Map();

/** The `x-…` members as they stand. */
export function readExtensions(node: Node | undefined): Extensions {
  const own = node?.entries().filter(([key]) => key.startsWith('x-')) ?? [];
  return own.length === 0 ? none : new Map(own.map(([key, child]) => [key, child.value]));
}
