import type { Discriminator, Schema, SchemaName } from '../../../core/contract/schema.ts';

export type Schemas = ReadonlyMap<SchemaName, Schema>;

/** A schema with its references and `allOf` followed: everything that holds at once. */
export interface Expanded {
  /** What each part says itself; their references and branches are to be ignored. */
  readonly leaves: readonly Schema[];
  /** Of each set, at least one branch holds too. */
  readonly sets: readonly BranchSet[];
}

export interface BranchSet {
  readonly branches: readonly Schema[];
  readonly discriminator: Discriminator | undefined;
  /** Where the branches stand. */
  readonly owner: Schema;
}

/**
 * Classes have no intersections, so what several schemas say together is gathered in one place. `name` is that of the schema
 * itself, where it has one.
 */
export function expand(schema: Schema, schemas: Schemas, name?: SchemaName): Expanded {
  const found: Schema[] = [];
  const sets: BranchSet[] = [];
  const visiting = new Set<SchemaName>(name === undefined ? [] : [name]);
  const follow = (at: Schema): void => {
    found.push(leafOf(at));
    if (at.ref !== undefined && !visiting.has(at.ref)) {
      visiting.add(at.ref);
      const target = schemas.get(at.ref);
      if (target !== undefined) follow(target);
    }
    for (const part of at.allOf ?? []) follow(part);
    for (const branches of [at.oneOf, at.anyOf]) {
      // A child that refers to its parent by `allOf` meets itself among the parent's branches.
      if (branches === undefined || branches.some(({ ref }) => ref !== undefined && visiting.has(ref))) continue;
      if (branches.every((branch) => !saysType(branch))) continue;
      sets.push({ branches, discriminator: at.discriminator, owner: at });
    }
  };
  follow(schema);
  return { leaves: [...new Set(found)], sets };
}

/** Whether the schema is a plain reference: what stands beside it has no part in a type. */
export function isPlainReference(schema: Schema): schema is Schema & { ref: SchemaName } {
  return schema.ref !== undefined && !saysType({ ...schema, ref: undefined, types: undefined, required: undefined });
}

/** Whether the schema itself has a say in the type of a value, beside what it requires. */
export function saysType(schema: Schema): boolean {
  return typeKeywords.some((keyword) => schema[keyword] !== undefined) || schema.binary || schema.always !== undefined;
}

const typeKeywords = [
  ...(['ref', 'types', 'enum', 'allOf', 'anyOf', 'oneOf', 'properties', 'additionalProperties'] as const),
  ...(['patternProperties', 'unevaluatedProperties', 'items', 'prefixItems'] as const),
];

/** A schema in which all of `parts` hold. */
export function together(parts: readonly Schema[]): Schema {
  const [first] = parts;
  if (first === undefined) throw new Error('Nothing holds together');
  return parts.length === 1 ? first : { ...bare(first), allOf: parts };
}

/** The schema without what it says of types: its position and its words stay. */
export function bare(schema: Schema): Schema {
  const none = Object.fromEntries(
    [...typeKeywords, 'required', 'discriminator', 'always'].map((key) => [key, undefined]),
  );
  // The keywords named are all optional, and a `discriminator` without branches says nothing.
  return { ...schema, ...none, binary: false } as Schema;
}

/** What the schema says itself, without its references and branches: the same object each time it is asked for. */
export function leafOf(schema: Schema): Schema {
  const known = leaves.get(schema);
  if (known !== undefined) return known;
  const leaf = {
    ...schema,
    ref: undefined,
    allOf: undefined,
    anyOf: undefined,
    oneOf: undefined,
    discriminator: undefined,
  };
  leaves.set(schema, leaf);
  leaves.set(leaf, leaf);
  return leaf;
}

const leaves = new WeakMap<Schema, Schema>();
