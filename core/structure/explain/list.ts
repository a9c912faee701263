import { isArray } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import { duplicatesIn } from '../duplicates.ts';
import type { MetaSchemaObject } from '../meta-schema.ts';
import type { Explanation } from './explain.ts';
import { append, type Fault } from './fault.ts';

/** What the keywords for lists find. */
export function explainList(explanation: Explanation, schema: MetaSchemaObject, node: Node): Fault[] {
  const items = node.items();
  const faults: Fault[] = [];
  const { minItems, maxItems, prefixItems = [], items: rest } = schema;
  if (minItems !== undefined && items.length < minItems) {
    const words = minItems === 1 ? 'have at least one item' : `have at least ${minItems} items`;
    faults.push({ kind: 'bounds', node, words });
  }
  if (maxItems !== undefined && items.length > maxItems) {
    faults.push({ kind: 'bounds', node, words: `have at most ${maxItems} item${maxItems === 1 ? '' : 's'}` });
  }
  items.forEach((item, i) => {
    const itemSchema = prefixItems[i] ?? rest;
    if (itemSchema !== undefined) append(faults, explanation.of(itemSchema, item));
  });
  if (schema.uniqueItems === true && isArray(node.value)) {
    const pair = duplicatesIn(node.value);
    if (pair !== undefined) faults.push({ kind: 'duplicate', node, first: pair[0], second: pair[1] });
  }
  return [...faults, ...explainContains(explanation, schema, node, items)];
}

function explainContains(
  explanation: Explanation,
  schema: MetaSchemaObject,
  node: Node,
  items: readonly Node[],
): Fault[] {
  const { contains, minContains = 1, maxContains } = schema;
  if (contains === undefined) return [];
  const count = items.filter((item) => explanation.of(contains, item).length === 0).length;
  const fits = count >= minContains && (maxContains === undefined || count <= maxContains);
  return fits ? [] : [{ kind: 'combination', node, words: schema.description }];
}
