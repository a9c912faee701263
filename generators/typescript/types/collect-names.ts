import type { TypeNode } from './type-node.ts';

/**
 * Adds the declared names that a type mentions. Asked of a finished type only: on the way there, unions and intersections
 * drop parts, and an import that nothing mentions does not compile under `noUnusedLocals`.
 */
export function collectNames(node: TypeNode, into: Set<string>): void {
  switch (node.kind) {
    case 'word':
      for (const name of node.names ?? []) into.add(name);
      return;
    case 'object':
      for (const { type } of node.members) collectNames(type, into);
      if (node.index !== undefined) collectNames(node.index, into);
      return;
    case 'array':
      collectNames(node.item, into);
      return;
    case 'tuple':
      for (const { type } of node.items) collectNames(type, into);
      return;
    case 'generic':
      if (!node.standard) into.add(node.name);
      for (const part of node.parts) collectNames(part, into);
      return;
    case 'union':
    case 'intersection':
      for (const part of node.parts) collectNames(part, into);
      return;
    default:
      node satisfies never;
  }
}
