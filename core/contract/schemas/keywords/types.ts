import { isArray, type Json, jsonEqual } from '../../../source/json.ts';
import type { Node } from '../../../source/node.ts';
import type { TypeName } from '../../schema.ts';
import type { Draft } from '../draft.ts';
import type { Kit } from './kit.ts';

const order: readonly TypeName[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];

/** `type`, `nullable`, `enum` and `const`. */
export function readTypes(draft: Draft, node: Node, kit: Kit): void {
  draft.types = typesOf(node, kit);
  draft.enum = enumOf(node, kit);
  if (node.json('type') === 'file' && !kit.features.unions) {
    draft.types = ['string'];
    draft.binary = true;
  }
}

function typesOf(node: Node, kit: Kit): readonly TypeName[] | undefined {
  const single = node.string('type');
  const written = new Set<string>(single === undefined ? node.strings('type') : [single]);
  // OpenAPI 3.0.3: nullable adds to the type beside it, and says nothing without one.
  if (written.size > 0 && kit.features.nullable && node.boolean('nullable') === true) written.add('null');
  const types = order.filter((type) => written.has(type) && !(type === 'integer' && written.has('number')));
  // All six but integer, which number holds, are every type there is.
  return types.length === 0 || types.length === order.length - 1 ? undefined : types;
}

function enumOf(node: Node, kit: Kit): readonly Json[] | undefined {
  const values = node.json('enum');
  const listed = isArray(values) ? values : undefined;
  const constant = kit.features.draft06 ? node.json('const') : undefined;
  if (constant === undefined) return listed;
  return listed === undefined || listed.some((value) => jsonEqual(value, constant)) ? [constant] : [];
}
