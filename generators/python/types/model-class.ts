import type { Schema } from '../../../core/contract/schema.ts';
import { NameScope } from '../../typescript/names.ts';
import { isHidden } from '../../typescript/types/property.ts';
import { unsupported } from '../../unsupported.ts';
import { isWellFormed } from '../literal.ts';
import { fieldName } from '../names.ts';
import { inside, type ModelContext } from './context.ts';
import { together } from './expand.ts';
import { anyType, type TypeNode, union } from './type-node.ts';
import { typeOf } from './type-of.ts';

export interface ModelClass {
  readonly fields: readonly ModelField[];
  /** What members without a name of their own hold; undefined where any do, null where there are none. */
  readonly extra: TypeNode | null | undefined;
}

export interface ModelField {
  readonly name: string;
  /** As in the contract. */
  readonly alias: string;
  readonly type: TypeNode;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
}

/** The class of an object: the properties of all leaves together. */
export function modelClass(leaves: readonly Schema[], context: ModelContext): ModelClass {
  const declared = declaredProperties(leaves);
  const required = new Set(leaves.flatMap((leaf) => leaf.required ?? []));
  const extra = extraMembers(leaves, context);
  for (const name of required) if (!declared.has(name)) declared.set(name, []);
  // pydantic reads a member by its own name as well as by its alias, so no name may be the alias of another field.
  const scope = new NameScope(declared.keys());
  const fields = [...declared].flatMap(([alias, schemas]): ModelField[] => {
    if (schemas.some((schema) => isHidden(schema, context))) return [];
    if (!isWellFormed(alias)) {
      const message = `The property ${JSON.stringify(alias)} has half a character in its name, which no JSON text can hold. Rename it.`;
      for (const { location } of schemas) context.report(unsupported('property-name', location, message));
      return [];
    }
    const wanted = fieldName(alias);
    const name = wanted === alias ? wanted : scope.unique(wanted);
    const type = schemas.length === 0 ? (extra ?? anyType) : typeOf(together(schemas), inside(context, alias));
    const [first] = schemas;
    return [
      {
        ...{ name, alias, type, required: required.has(alias) },
        ...{ description: first?.description, deprecated: schemas.some(({ deprecated }) => deprecated) },
      },
    ];
  });
  return { fields, extra };
}

export function declaredProperties(leaves: readonly Schema[]): Map<string, Schema[]> {
  const declared = new Map<string, Schema[]>();
  for (const leaf of leaves) {
    for (const [name, property] of leaf.properties ?? []) {
      const known = declared.get(name) ?? [];
      if (!known.includes(property)) declared.set(name, [...known, property]);
    }
  }
  return declared;
}

/** The type of members without a name: null for a closed object, undefined for one that holds anything. */
export function extraMembers(leaves: readonly Schema[], context: ModelContext): TypeNode | null | undefined {
  const closed = leaves.some(
    ({ additionalProperties, unevaluatedProperties, patternProperties }) =>
      (additionalProperties ?? unevaluatedProperties)?.always === false && patternProperties === undefined,
  );
  const values = leaves.flatMap(({ additionalProperties, unevaluatedProperties, patternProperties }) => {
    const further = additionalProperties ?? unevaluatedProperties;
    return [...(patternProperties?.values() ?? []), ...(further === undefined ? [] : [further])];
  });
  const open = values.filter(({ always }) => always === undefined);
  if (open.length > 0 && !values.some(({ always }) => always === true)) {
    return union(open.map((value) => typeOf(value, inside(context, 'value'))));
  }
  // What one part closes, the others may still name: `allOf` of closed parts admits nothing, so they are read as open.
  return closed && leaves.filter(({ properties }) => properties !== undefined).length <= 1 ? null : undefined;
}
