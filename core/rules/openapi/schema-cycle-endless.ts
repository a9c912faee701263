import type { HttpContract } from '../../contract/model.ts';
import type { Schema, SchemaName } from '../../contract/schema.ts';
import { httpRule } from './http-rule.ts';

export const schemaCycleEndless = httpRule({
  id: 'schema-cycle-endless',
  severity: 'error',
  summary: 'No schema must hold for itself by way of "$ref" and "allOf" alone.',
  why: 'To check a value against such a schema is to check it against the same schema again, without end.',
  fix: 'Break the circle: let it pass through a property, items or an alternative.',
  reference: 'JSON Schema 2020-12, Core, 9.4.1 (infinite recursion)',
  check(contract, report) {
    for (const name of circles(contract)) {
      const location = contract.schemas.get(name)?.location;
      const message = `The schema "${name}" includes itself by references and "allOf" alone. Break the circle.`;
      if (location !== undefined) report({ location, message });
    }
  },
});

/** One schema of each circle: the one that the search, depth first and in document order, comes back to. */
function circles(contract: HttpContract): ReadonlySet<SchemaName> {
  const found = new Set<SchemaName>();
  const done = new Set<SchemaName>();
  for (const start of contract.schemas.keys()) {
    // The path from `start` to where the search stands, with what each name on it still leads to.
    const path = new Map<SchemaName, SchemaName[]>();
    const names: SchemaName[] = [];
    const enter = (name: SchemaName): void => {
      if (path.has(name)) found.add(name);
      if (path.has(name) || done.has(name)) return;
      path.set(name, included(contract.schemas.get(name)));
      names.push(name);
    };
    enter(start);
    for (let name = names.at(-1); name !== undefined; name = names.at(-1)) {
      const next = path.get(name)?.pop();
      if (next !== undefined) {
        enter(next);
        continue;
      }
      names.pop();
      path.delete(name);
      done.add(name);
    }
  }
  return found;
}

/** The names that must hold wherever the schema does. */
function included(schema: Schema | undefined): SchemaName[] {
  if (schema === undefined) return [];
  const own = schema.ref === undefined ? [] : [schema.ref];
  return [...own, ...(schema.allOf ?? []).flatMap(included)];
}
