import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import { unsupported } from '../../unsupported.ts';
import { union } from './combine.ts';
import { inside, type TypeContext } from './context.ts';
import { typeOf } from './print-type.ts';
import { subSchemas } from './sub-schemas.ts';
import { type TupleItem, type TypeNode, unknownType } from './type-node.ts';

/** `readonly Item[]`, or a tuple where the first items have schemas of their own. */
export function arrayType(schema: Schema, context: TypeContext): TypeNode {
  const item = schema.items === undefined ? unknownType : typeOf(schema.items, inside(context));
  if (schema.prefixItems === undefined) return { kind: 'array', item };
  const least = schema.minItems ?? 0;
  const first: TupleItem[] = schema.prefixItems.map((prefix, i) => ({
    kind: i < least ? 'required' : 'optional',
    type: typeOf(prefix, inside(context)),
  }));
  const closed = schema.items?.always === false || schema.maxItems === first.length;
  const items: TupleItem[] = closed ? first : [...first, { kind: 'rest', type: item }];
  if (!confusesCompiler(items, schema, context)) return { kind: 'tuple', items };
  const message =
    'TypeScript refuses a recursive list inside an optional item of a tuple, so the tuple became a list of any of its items. Require the items with minItems to be exact.';
  context.report(unsupported('tuple', schema.location, message));
  return { kind: 'array', item: union(items.map(({ type }) => type)) };
}

/** Lists are resolved late, except behind the question mark of a tuple: there a recursive one refers to itself too early. */
function confusesCompiler(items: readonly TupleItem[], schema: Schema, context: TypeContext): boolean {
  const nested = items.some(({ kind, type }) => kind !== 'required' && nestsList(type));
  return nested && referencesIn(schema).some((name) => reachesItself(name, context.schemas));
}

function nestsList(type: TypeNode): boolean {
  if (type.kind === 'array' || type.kind === 'tuple') return true;
  return (type.kind === 'union' || type.kind === 'intersection') && type.parts.some(nestsList);
}

function reachesItself(start: SchemaName, schemas: ReadonlyMap<SchemaName, Schema>): boolean {
  const reached = new Set<SchemaName>();
  const pending = [start];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const schema = schemas.get(name);
    for (const next of schema === undefined ? [] : referencesIn(schema)) {
      if (next === start) return true;
      if (!reached.has(next)) pending.push(next);
      reached.add(next);
    }
  }
  return false;
}

function referencesIn(schema: Schema): SchemaName[] {
  const own = schema.ref === undefined ? [] : [schema.ref];
  return [...own, ...subSchemas(schema).flatMap(referencesIn)];
}
