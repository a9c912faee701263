import type { Schema, SchemaName } from '../../contract/schema.ts';
import { subschemas } from '../../contract/walk.ts';

const inPlaceKeywords: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
]);

/**
 * Knows the schemas that have no meaning: those that lead to one that holds for a value only if it holds for that very
 * value. What such a schema accepts is undefined (JSON Schema 2020-12, Core, 9.4.1), so nothing about it can be proven.
 */
export class Endless {
  readonly #names: ReadonlySet<SchemaName>;

  constructor(schemas: ReadonlyMap<SchemaName, Schema>) {
    const inPlace = new Map([...schemas].map(([name, schema]) => [name, namesIn(schema, true)]));
    const endless = endlessAmong(inPlace);
    this.#names = endless.size === 0 ? endless : withThoseThatReach(endless, schemas);
  }

  /** Whether what `schema` accepts depends on such a schema. */
  includes(schema: Schema): boolean {
    if (this.#names.size === 0) return false;
    for (const name of namesIn(schema, false)) if (this.#names.has(name)) return true;
    return false;
  }
}

/** The schemas that are referred to, anywhere or only by what applies to the same value. */
function namesIn(schema: Schema, inPlaceOnly: boolean): ReadonlySet<SchemaName> {
  const names = new Set<SchemaName>();
  const open = [schema];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.ref !== undefined) names.add(at.ref);
    for (const part of subschemas(at)) {
      if (!inPlaceOnly || inPlaceKeywords.has(part.keyword)) open.push(part.schema);
    }
  }
  return names;
}

/** What is left when names that lead to no other are taken away until there are none: all of these lead into a circle. */
function endlessAmong(inPlace: ReadonlyMap<SchemaName, ReadonlySet<SchemaName>>): Set<SchemaName> {
  const left = new Map<SchemaName, number>();
  for (const [name, targets] of inPlace) left.set(name, [...targets].filter((target) => inPlace.has(target)).length);
  const users = usersOf(inPlace);
  const done = [...left].filter(([, count]) => count === 0).map(([name]) => name);
  const endless = new Set(inPlace.keys());
  for (let name = done.pop(); name !== undefined; name = done.pop()) {
    endless.delete(name);
    for (const user of users.get(name) ?? []) {
      const count = (left.get(user) ?? 0) - 1;
      left.set(user, count);
      if (count === 0) done.push(user);
    }
  }
  return endless;
}

function withThoseThatReach(endless: Set<SchemaName>, schemas: ReadonlyMap<SchemaName, Schema>): Set<SchemaName> {
  const users = usersOf(new Map([...schemas].map(([name, schema]) => [name, namesIn(schema, false)])));
  const open = [...endless];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const user of users.get(name) ?? []) {
      if (endless.has(user)) continue;
      endless.add(user);
      open.push(user);
    }
  }
  return endless;
}

function usersOf(
  graph: ReadonlyMap<SchemaName, ReadonlySet<SchemaName>>,
): ReadonlyMap<SchemaName, readonly SchemaName[]> {
  const users = new Map<SchemaName, SchemaName[]>();
  for (const [name, targets] of graph) {
    for (const target of targets) {
      const known = users.get(target);
      if (known === undefined) users.set(target, [name]);
      else known.push(name);
    }
  }
  return users;
}
