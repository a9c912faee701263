import type { Schema, SchemaName } from '../../contract/schema.ts';
import type { Scope } from './claim.ts';
import { mapParts } from './parts.ts';

/** Of these names, those that lead back to themselves without a step down into the value. Most validators never return. */
export function endlessNames(names: ReadonlySet<SchemaName>, { schemas }: Scope): ReadonlySet<SchemaName> {
  const next = new Map([...names].map((name) => [name, inPlace(schemas.get(name))]));
  return new Set([...names].filter((name) => leadsTo(name, next)));
}

function leadsTo(name: SchemaName, next: ReadonlyMap<SchemaName, ReadonlySet<SchemaName>>): boolean {
  const seen = new Set<SchemaName>();
  const open = [...(next.get(name) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === name) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(next.get(at) ?? []));
  }
  return false;
}

function inPlace(schema: Schema | undefined, found: Set<SchemaName> = new Set()): ReadonlySet<SchemaName> {
  if (schema === undefined) return found;
  if (schema.ref !== undefined) found.add(schema.ref);
  const visit = (part: Schema): Schema => {
    inPlace(part, found);
    return part;
  };
  mapParts(schema, visit, (part) => part);
  return found;
}
