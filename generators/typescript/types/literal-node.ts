import { isArray, isObject, type Json } from '../../../core/source/json.ts';
import { literal } from '../literal.ts';
import { neverType, type TypeNode, word } from './type-node.ts';

/** The type that has `value` as its only member. */
export function literalNode(value: Json): TypeNode {
  if (isArray(value)) {
    return { kind: 'tuple', items: value.map((item) => ({ kind: 'required', type: literalNode(item) })) };
  }
  if (!isObject(value)) return word(literal(value));
  const members = Object.entries(value).map(([name, member]) => ({
    ...{ name, optional: false, description: undefined, deprecated: false },
    type: literalNode(member),
  }));
  return { kind: 'object', members, index: members.length === 0 ? neverType : undefined };
}
