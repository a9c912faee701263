import type { Schema, TypeName } from '../../../core/contract/schema.ts';
import { isArray, isObject, type Json } from '../../../core/source/json.ts';
import { unsupported } from '../../unsupported.ts';
import { isWellFormed, literal } from '../literal.ts';
import type { ModelContext } from './context.ts';
import { anyType, builtin, dictOf, imported, listOf, noneType, type TypeNode, union } from './type-node.ts';

/** A string by its format; formats that Python has no type for stay text. */
export function stringType(leaves: readonly Schema[]): TypeNode {
  if (leaves.some(({ binary }) => binary)) return imported('.runtime.binary', 'Binary');
  if (leaves.some(({ contentEncoding, format }) => contentEncoding === 'base64' || format === 'byte')) {
    return imported('.runtime.model', 'Base64');
  }
  for (const { format } of leaves) {
    if (format === 'date-time') return imported('pydantic', 'AwareDatetime');
    if (format === 'date') return imported('datetime', 'date');
    if (format === 'uuid') return imported('uuid', 'UUID');
  }
  return builtin('str');
}

/** The values that every enum among the leaves admits; undefined without one. */
export function enumValues(leaves: readonly Schema[]): readonly Json[] | undefined {
  const [first, ...rest] = leaves.flatMap((leaf) => (leaf.enum === undefined ? [] : [leaf.enum]));
  if (first === undefined) return undefined;
  const others = rest.map((values) => new Set(values.map((value) => JSON.stringify(value))));
  return first.filter((value) => others.every((values) => values.has(JSON.stringify(value))));
}

/** The values as `Literal`, which holds texts, integers and booleans; others become the type that they have. */
export function enumType(
  values: readonly Json[],
  types: readonly TypeName[] | undefined,
  owner: Schema,
  context: ModelContext,
): TypeNode {
  let widened = false;
  const parts = values.map((value): TypeNode => {
    const type = typeOfValue(value);
    if (types !== undefined && !types.includes(type) && !(type === 'integer' && types.includes('number'))) return never;
    if (value === null) return noneType;
    const exact =
      typeof value === 'boolean' || type === 'integer' || (typeof value === 'string' && isWellFormed(value));
    if (exact) return { kind: 'literal', values: [literal(value)] };
    widened = true;
    if (isObject(value)) return dictOf(anyType);
    if (isArray(value)) return listOf(anyType);
    return builtin(typeof value === 'string' ? 'str' : 'float');
  });
  if (widened) {
    const message =
      'Python has no literal type for such values, so the type admits others of their kind. Check them at run time.';
    context.report(unsupported('enum', owner.location, message, 'info'));
  }
  return union(parts.filter((part) => part !== never));
}

const never: TypeNode = builtin('never');

function typeOfValue(value: Json): TypeName {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'number';
  if (typeof value === 'string') return 'string';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}
