import type { Schema, SchemaName, TypeName } from '../../../core/contract/schema.ts';
import type { BodyPath } from '../runtime/pages-data.ts';

type Schemas = ReadonlyMap<SchemaName, Schema>;

/** A schema with those that hold at the same place: what it refers to and its `allOf`. Unions are left out. */
export function together(schema: Schema, schemas: Schemas): readonly Schema[] {
  const found = new Set<Schema>();
  const visit = (at: Schema): void => {
    if (found.has(at)) return;
    found.add(at);
    const target = at.ref === undefined ? undefined : schemas.get(at.ref);
    if (target !== undefined) visit(target);
    for (const part of at.allOf ?? []) visit(part);
  };
  visit(schema);
  return [...found];
}

export function propertiesOf(schema: Schema, schemas: Schemas): ReadonlyMap<string, Schema> {
  return new Map(together(schema, schemas).flatMap((part) => [...(part.properties ?? [])]));
}

/** The only type of a value beside `null`; undefined where there may be several. */
export function typeOfValue(schema: Schema, schemas: Schemas): TypeName | undefined {
  const written = together(schema, schemas).find((part) => part.types !== undefined)?.types;
  const [only, ...more] = (written ?? unionTypes(schema, schemas)).filter((type) => type !== 'null');
  if (only === undefined) return propertiesOf(schema, schemas).size > 0 ? 'object' : undefined;
  return more.length === 0 ? only : undefined;
}

/** `anyOf: [{type: string}, {type: 'null'}]` is how many tools write a value that may be null. */
function unionTypes(schema: Schema, schemas: Schemas): TypeName[] {
  const branches = schema.anyOf ?? schema.oneOf ?? [];
  const types = branches.map((branch) => together(branch, schemas).find((part) => part.types !== undefined)?.types);
  return types.every((one) => one !== undefined) ? [...new Set(types.flat())] : [];
}

export function formatOf(schema: Schema, schemas: Schemas): string | undefined {
  const branches = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return branches.flatMap((branch) => together(branch, schemas)).find((part) => part.format !== undefined)?.format;
}

/** What stands at a path below a body, as far as objects lead there. */
export function schemaAt(body: Schema, path: BodyPath, schemas: Schemas): Schema | undefined {
  return path.reduce<Schema | undefined>(
    (at, name) => (at === undefined ? undefined : propertiesOf(at, schemas).get(name)),
    body,
  );
}

/** The items of a list; undefined for what is no list. */
export function itemsOf(schema: Schema, schemas: Schemas): { readonly schema: Schema | undefined } | undefined {
  if (typeOfValue(schema, schemas) !== 'array') return undefined;
  return { schema: together(schema, schemas).find((part) => part.items !== undefined)?.items };
}
