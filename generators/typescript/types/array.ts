import type { Schema } from '../../../core/contract/schema.ts';
import { inside, type TypeContext } from './context.ts';
import { typeOf } from './print-type.ts';
import { type TupleItem, type TypeNode, unknownType } from './type-node.ts';

/** `readonly Item[]`, or a tuple where the first items have schemas of their own. */
export function arrayType(schema: Schema, context: TypeContext): TypeNode {
  const item = schema.items === undefined ? unknownType : typeOf(schema.items, inside(context));
  if (schema.prefixItems === undefined) return { kind: 'array', item };
  const least = schema.minItems ?? 0;
  const items: TupleItem[] = schema.prefixItems.map((prefix, i) => ({
    kind: i < least ? 'required' : 'optional',
    type: typeOf(prefix, inside(context)),
  }));
  const closed = schema.items?.always === false || schema.maxItems === items.length;
  return { kind: 'tuple', items: closed ? items : [...items, { kind: 'rest', type: item }] };
}
