import type { Node } from '../../../source/node.ts';
import type { Draft } from '../draft.ts';
import { countAt, coveringSchemaAt, type Kit, limitingSchemaAt, schemaAt, schemaListAt } from './kit.ts';

/** The keywords for arrays. */
export function readArrays(draft: Draft, node: Node, kit: Kit): void {
  readItems(draft, node, kit);
  draft.minItems = countAt(node, 'minItems', 0);
  draft.maxItems = countAt(node, 'maxItems', -1);
  draft.uniqueItems = node.boolean('uniqueItems') === true;
  if (!kit.features.draft06) return;
  draft.contains = schemaAt(node, 'contains', kit);
  if (!kit.features.draft2020) return;
  draft.unevaluatedItems = coveringSchemaAt(node, 'unevaluatedItems', kit);
  if (draft.contains === undefined) return;
  // One is what `contains` asks for by itself.
  const least = countAt(node, 'minContains', -1);
  draft.minContains = least === 1 ? undefined : least;
  draft.maxContains = countAt(node, 'maxContains', -1);
}

function readItems(draft: Draft, node: Node, kit: Kit): void {
  const items = node.get('items');
  if (items?.isArray === true) {
    if (!kit.features.draft07Arrays) return;
    draft.prefixItems = schemaListAt(node, 'items', kit);
    draft.items = limitingSchemaAt(node, 'additionalItems', kit);
    return;
  }
  draft.items = coveringSchemaAt(node, 'items', kit);
  if (kit.features.draft2020) draft.prefixItems = schemaListAt(node, 'prefixItems', kit);
}
