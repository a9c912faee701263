import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { TypeContext } from './context.ts';

type Schemas = ReadonlyMap<SchemaName, Schema>;

/**
 * The schema of a property that one of `schemas` declares, looked for through references and `allOf`; not in what is to be
 * skipped.
 */
export function findProperty(
  name: string,
  schemas: readonly Schema[],
  named: Schemas,
  skip: (schema: Schema) => boolean = () => false,
): Schema | undefined {
  const seen = new Set<SchemaName>();
  const search = (schema: Schema): Schema | undefined => {
    if (skip(schema)) return undefined;
    const own = schema.properties?.get(name);
    if (own !== undefined) return own;
    if (schema.ref !== undefined && !seen.has(schema.ref)) {
      seen.add(schema.ref);
      const target = named.get(schema.ref);
      const found = target === undefined ? undefined : search(target);
      if (found !== undefined) return found;
    }
    for (const part of schema.allOf ?? []) {
      const found = search(part);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const schema of schemas) {
    const found = search(schema);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True for a property that does not travel in the direction at hand. */
export function isHidden(
  property: Schema,
  { direction, schemas }: Pick<TypeContext, 'direction' | 'schemas'>,
): boolean {
  return hasFlag(property, direction === 'input' ? 'readOnly' : 'writeOnly', schemas);
}

/** The flag may stand behind a reference or in a part of an `allOf`. */
export function hasFlag(schema: Schema, flag: 'readOnly' | 'writeOnly', named: Schemas): boolean {
  const seen = new Set<SchemaName>();
  const has = (at: Schema): boolean => {
    if (at[flag]) return true;
    if (at.allOf?.some(has)) return true;
    if (at.ref === undefined || seen.has(at.ref)) return false;
    seen.add(at.ref);
    const target = named.get(at.ref);
    return target !== undefined && has(target);
  };
  return has(schema);
}
