import type { TypeName } from '../../../core/contract/schema.ts';
import { type Json, jsonTypeOf } from '../../../core/source/json.ts';
import { union } from './combine.ts';
import { literalNode } from './literal-node.ts';
import type { TypeNode } from './type-node.ts';

/** The values as literal types, those left out that the type beside the enum excludes. */
export function enumType(values: readonly Json[], types: readonly TypeName[] | undefined): TypeNode {
  const possible = values.filter((value) => types === undefined || admits(types, value));
  return union(possible.map((value) => literalNode(value)));
}

function admits(types: readonly TypeName[], value: Json): boolean {
  const type = jsonTypeOf(value);
  if (type !== 'number') return types.includes(type);
  return types.includes('number') || (types.includes('integer') && Number.isInteger(value));
}
