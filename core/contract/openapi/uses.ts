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
  return components.map(({ section, name, node }) => {
    const isScheme = section === 'securitySchemes' || section === 'securityDefinitions';
    const isSchema = section === 'schemas' || section === 'definitions';
    const byName = isScheme
      ? (required.get(name) ?? 0)
      : isSchema && isNamedByDiscriminator(name, named.schemas)
        ? 1
        : 0;
    return { location: node.location(), section, name, uses: reading.references.usesOf(node) + byName };
  });
}

/** A schema that extends one with a discriminator is what a value of the property names, without any reference to it. */
function isNamedByDiscriminator(name: SchemaName, schemas: ReadonlyMap<SchemaName, Schema>): boolean {
  const passed = new Set([name]);
  for (const each of passed) {
    const schema = schemas.get(each);
    if (schema === undefined) continue;
    if (each !== name && schema.discriminator !== undefined) return true;
    for (const parent of [schema, ...(schema.allOf ?? [])]) {
      if (parent.ref !== undefined) passed.add(parent.ref);
    }
  }
  return false;
}
