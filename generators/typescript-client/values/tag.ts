import type { Schema } from '../../../core/contract/schema.ts';
import { isArray, isObject } from '../../../core/source/json.ts';
import { findProperty, hasFlag } from '../../typescript/types/property.ts';
import { kindsOf } from './kinds.ts';
import type { Schemas } from './parts.ts';

/** A property whose value says which branch of a union a value belongs to. */
export interface Tag {
  readonly property: string;
  /** The branch for each value, booleans and numbers as texts. */
  readonly cases: ReadonlyMap<string, Schema>;
  /** OpenAPI 3.2 `defaultMapping`: the branch of every other value. */
  readonly otherwise: Schema | undefined;
}

/**
 * The tag of a union: its discriminator, or a property that every branch requires with constant values of its own.
 * Branches that admit no object need none.
 */
export function tagOf(branches: readonly Schema[], parent: Schema, schemas: Schemas): Tag | undefined {
  const objects = branches.filter((branch) => kindsOf(branch, schemas).has('object'));
  const { discriminator } = parent;
  const candidates =
    discriminator === undefined ? sharedProperties(objects, schemas) : new Set([discriminator.propertyName]);
  for (const property of candidates) {
    const cases = casesOf(objects, property, parent, schemas);
    if (cases === undefined) continue;
    const otherwise = objects.find(({ ref }) => ref !== undefined && ref === discriminator?.defaultMapping);
    return { property, cases, otherwise };
  }
  return undefined;
}

function casesOf(
  branches: readonly Schema[],
  property: string,
  { discriminator }: Schema,
  schemas: Schemas,
): ReadonlyMap<string, Schema> | undefined {
  const cases = new Map<string, Schema>();
  for (const branch of branches) {
    const declared = findProperty(property, [branch], schemas);
    // What does not travel in responses tells nothing there.
    if (declared !== undefined && hasFlag(declared, 'writeOnly', schemas)) return undefined;
    const values = constantsOf(branch, property, { schemas, required: discriminator === undefined, seen: new Set() });
    const named = values ?? (discriminator === undefined ? undefined : mappedValues(branch, discriminator));
    if (named === undefined) return undefined;
    for (const value of named) {
      const other = cases.get(value);
      if (other !== undefined && (other.ref === undefined || other.ref !== branch.ref)) return undefined;
      cases.set(value, branch);
    }
  }
  return cases;
}

function mappedValues(
  { ref }: Schema,
  { mapping }: NonNullable<Schema['discriminator']>,
): readonly string[] | undefined {
  if (ref === undefined) return undefined;
  const mapped = [...mapping].filter(([, target]) => target === ref).map(([value]) => value);
  return mapped.length > 0 ? mapped : [ref];
}

interface Search {
  readonly schemas: Schemas;
  readonly required: boolean;
  readonly seen: ReadonlySet<Schema>;
}

/** The values that the property can have in a branch; of a union, those of its branches together. */
function constantsOf(branch: Schema, property: string, search: Search): readonly string[] | undefined {
  const { schemas, seen } = search;
  if (seen.has(branch)) return undefined;
  const declared = findProperty(property, [branch], schemas);
  if (declared !== undefined) {
    if (search.required && !requires(branch, property, schemas, new Set())) return undefined;
    return enumOf(declared, schemas);
  }
  const deeper = { ...search, seen: new Set([...seen, branch]) };
  const target = branch.ref === undefined ? undefined : schemas.get(branch.ref);
  if (target !== undefined) return constantsOf(target, property, deeper);
  const inner = branch.oneOf ?? branch.anyOf;
  if (inner === undefined) return undefined;
  const found = inner.map((one) => constantsOf(one, property, deeper));
  return found.some((values) => values === undefined) ? undefined : found.flatMap((values) => values ?? []);
}

function enumOf(schema: Schema, schemas: Schemas, seen: ReadonlySet<Schema> = new Set()): string[] | undefined {
  if (seen.has(schema)) return undefined;
  if (schema.enum !== undefined) {
    return schema.enum.every((value) => !isObject(value) && !isArray(value) && value !== null)
      ? schema.enum.map(String)
      : undefined;
  }
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  for (const one of [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])]) {
    const found = enumOf(one, schemas, new Set([...seen, schema]));
    if (found !== undefined) return found;
  }
  return undefined;
}

function requires(schema: Schema, property: string, schemas: Schemas, seen: Set<Schema>): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  if (schema.required?.includes(property)) return true;
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  return [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])].some((one) =>
    requires(one, property, schemas, seen),
  );
}

/** Properties that every branch may declare: those of the first one that declares any. */
function sharedProperties(branches: readonly Schema[], schemas: Schemas): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Schema>();
  const visit = (schema: Schema): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    for (const name of schema.properties?.keys() ?? []) names.add(name);
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
    for (const one of [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])]) visit(one);
    for (const one of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].slice(0, 1)) visit(one);
  };
  const [first] = branches;
  if (first !== undefined && branches.length > 1) visit(first);
  return names;
}
