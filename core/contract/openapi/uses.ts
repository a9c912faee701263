import type { Component, SecurityRequirement } from '../model.ts';
import type { Schema, SchemaName } from '../schema.ts';
import type { ComponentNode } from './components.ts';
import type { Reading } from './reading.ts';

interface Named {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly requirements: readonly SecurityRequirement[];
}

/** Counts what refers to each component: by `$ref`, or by its name where the specification lets a name stand for it. */
export function countUses(components: readonly ComponentNode[], named: Named, reading: Reading): Component[] {
  const required = new Map<string, number>();
  for (const name of named.requirements.flatMap(({ schemes }) => [...schemes.keys()])) {
    required.set(name, (required.get(name) ?? 0) + 1);
  }
  const values = discriminated(named.schemas);
  return components.map(({ section, name, node }) => {
    const isScheme = section === 'securitySchemes' || section === 'securityDefinitions';
    const isSchema = section === 'schemas' || section === 'definitions';
    const byName = isScheme ? (required.get(name) ?? 0) : Number(isSchema && values.has(name));
    return { location: node.location(), section, name, uses: reading.references.usesOf(node) + byName };
  });
}

/** The schemas that extend one with a discriminator: its property names them, without any reference to them. */
function discriminated(schemas: ReadonlyMap<SchemaName, Schema>): ReadonlySet<SchemaName> {
  const children = new Map<SchemaName, SchemaName[]>();
  for (const [name, schema] of schemas) {
    for (const { ref } of [schema, ...(schema.allOf ?? [])]) {
      if (ref === undefined) continue;
      const known = children.get(ref);
      if (known === undefined) children.set(ref, [name]);
      else known.push(name);
    }
  }
  const bases = [...schemas].filter(([, { discriminator }]) => discriminator !== undefined).map(([name]) => name);
  const found = new Set(bases.flatMap((name) => children.get(name) ?? []));
  // A set that grows while it is walked: children of children come later.
  for (const name of found) {
    for (const child of children.get(name) ?? []) found.add(child);
  }
  return found;
}
