import type { Node } from '../../../source/node.ts';
import type { Draft } from '../draft.ts';
import type { Kit } from './kit.ts';

/** The bounds, of which only the tighter one of a side is kept, and `multipleOf`. */
export function readNumbers(draft: Draft, node: Node, kit: Kit): void {
  const minimum = node.number('minimum');
  const maximum = node.number('maximum');
  const above = exclusive(node, 'exclusiveMinimum', minimum, kit);
  const below = exclusive(node, 'exclusiveMaximum', maximum, kit);
  if (above === undefined || (minimum !== undefined && minimum > above)) draft.minimum = minimum;
  else draft.exclusiveMinimum = above;
  if (below === undefined || (maximum !== undefined && maximum < below)) draft.maximum = maximum;
  else draft.exclusiveMaximum = below;
  const step = node.number('multipleOf');
  if (step !== undefined && step > 0) draft.multipleOf = step;
}

/** Draft 4 writes a flag beside the bound, later drafts write the bound itself. */
function exclusive(node: Node, keyword: string, bound: number | undefined, kit: Kit): number | undefined {
  if (!kit.features.booleanBounds) return node.number(keyword);
  return node.boolean(keyword) === true ? bound : undefined;
}
