import type { Schema } from '../../../core/contract/schema.ts';
import { unsupported } from '../../unsupported.ts';
import { inside, type ModelContext } from './context.ts';
import { together } from './expand.ts';
import { anyType, builtin, generic, listOf, type TypeNode, union } from './type-node.ts';
import { typeOf } from './type-of.ts';

/** `list[Item]`, or a tuple where every item has a schema of its own. */
export function arrayType(leaves: readonly Schema[], context: ModelContext): TypeNode {
  const items = leaves.flatMap((leaf) => (leaf.items === undefined ? [] : [leaf.items]));
  const prefix = leaves.find((leaf) => leaf.prefixItems !== undefined);
  if (prefix?.prefixItems === undefined) return listOf(itemType(items, context));
  const first = prefix.prefixItems.map((item, i) => typeOf(item, inside(context, `item ${i + 1}`)));
  const least = Math.max(0, ...leaves.map(({ minItems = 0 }) => minItems));
  const closed = items.some(({ always }) => always === false);
  if (closed && least >= first.length) return generic(builtin('tuple'), ...first);
  const message = 'Python has no tuples whose last items may be missing, so this is a list of what any item may be.';
  context.report(unsupported('tuple', prefix.location, message, 'info'));
  return listOf(union(closed ? first : [...first, itemType(items, context)]));
}

function itemType(items: readonly Schema[], context: ModelContext): TypeNode {
  const telling = items.filter(({ always }) => always !== false);
  return telling.length === 0 ? anyType : typeOf(together(telling), inside(context, 'item'));
}
