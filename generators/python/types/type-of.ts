import type { Schema, TypeName } from '../../../core/contract/schema.ts';
import { unsupported } from '../../unsupported.ts';
import { flat } from '../layout.ts';
import { arrayType } from './array.ts';
import { branchTypes } from './branches.ts';
import type { ModelContext } from './context.ts';
import { type Expanded, expand, isPlainReference } from './expand.ts';
import { declaredProperties, extraMembers, modelClass } from './model-class.ts';
import { plainText } from './plain-text.ts';
import { enumType, enumValues, stringType } from './scalar.ts';
import { anyType, builtin, dictOf, noneType, optional, type TypeNode, union } from './type-node.ts';

/** A schema as a Python type; inline objects and long types are declared on the way. */
export function typeOf(schema: Schema, context: ModelContext): TypeNode {
  if (isPlainReference(schema)) {
    const target = context.registry.reference(schema.ref, context);
    return schema.types?.includes('null') ? optional(target) : target;
  }
  const type = expandedType(expand(schema, context.schemas), schema, context);
  const isLong = type.kind === 'literal' || type.kind === 'union' ? flat(plainText(type)).length > longest : false;
  return isLong || isTagged(type) ? context.registry.hoistAlias(type, schema, context) : type;
}

/** Types longer than this get a name. */
const longest = 70;

function isTagged(type: TypeNode): boolean {
  return type.kind === 'union' && (type.tagged !== undefined || type.parts.some(isTagged));
}

/** The type of a schema that is declared under a name: nothing is hoisted from the top of it. */
export function expandedType(expanded: Expanded, schema: Schema, context: ModelContext): TypeNode {
  const { leaves, sets } = expanded;
  if (leaves.some(({ always }) => always === false)) return noneType;
  if (sets.length > 0) return branchTypes(expanded, schema, context);
  const types = admittedTypes(leaves);
  const values = enumValues(leaves);
  if (values !== undefined) return enumType(values, types, schema, context);
  reportLostConstraints(leaves, context);
  if (types === undefined) return leaves.some(({ binary }) => binary) ? stringType(leaves) : anyType;
  return union(types.map((type) => typeOfKind(type, leaves, context)));
}

function typeOfKind(type: TypeName, leaves: readonly Schema[], context: ModelContext): TypeNode {
  switch (type) {
    case 'null':
      return noneType;
    case 'boolean':
      return builtin('bool');
    case 'integer':
      return builtin('int');
    case 'number':
      return builtin('float');
    case 'string':
      return stringType(leaves);
    case 'array':
      return arrayType(leaves, context);
    case 'object':
      return objectType(leaves, context);
    default:
      return type satisfies never;
  }
}

/** A class where properties have names, else a dictionary. */
function objectType(leaves: readonly Schema[], context: ModelContext): TypeNode {
  if (isClass(leaves)) return context.registry.hoistClass(leaves, context, () => modelClass(leaves, context));
  return dictOf(extraMembers(leaves, context) ?? anyType);
}

export function isClass(leaves: readonly Schema[]): boolean {
  return declaredProperties(leaves).size > 0 || leaves.some(({ required }) => required !== undefined);
}

/** The types that all leaves admit; undefined where none says. */
export function admittedTypes(leaves: readonly Schema[]): readonly TypeName[] | undefined {
  const [first, ...rest] = leaves.flatMap((leaf) => {
    const types = leaf.types ?? impliedTypes(leaf);
    return types === undefined ? [] : [types];
  });
  return rest.reduce<readonly TypeName[] | undefined>((admitted, types) => admitted && meet(admitted, types), first);
}

function meet(a: readonly TypeName[], b: readonly TypeName[]): readonly TypeName[] {
  const both = [
    ...a.filter((type) => b.includes(type) || (type === 'integer' && b.includes('number'))),
    ...b.filter((type) => type === 'integer' && a.includes('number')),
  ];
  return [...new Set(both)];
}

/**
 * Keywords for objects or arrays hold for other values too as long as no `type` says otherwise, but nobody who writes
 * `properties` means "or any number".
 */
function impliedTypes(leaf: Schema): readonly TypeName[] | undefined {
  const { properties, required, additionalProperties, patternProperties, items, prefixItems } = leaf;
  if (properties ?? required ?? additionalProperties ?? patternProperties) return ['object'];
  return (items ?? prefixItems) ? ['array'] : undefined;
}

/** Types cannot carry these; the type printed is wider than the schema. */
function reportLostConstraints(leaves: readonly Schema[], { report }: ModelContext): void {
  for (const leaf of leaves) {
    const lost = { not: leaf.not, if: leaf.if, 'dependent-schemas': leaf.dependentSchemas, contains: leaf.contains };
    for (const [keyword, value] of Object.entries(lost)) {
      if (value === undefined) continue;
      const message = `Python types cannot express "${keyword}", so the type admits more than the schema. Check such values at run time.`;
      report(unsupported(keyword, leaf.location, message, 'info'));
    }
  }
}
