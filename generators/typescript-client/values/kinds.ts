import type { Schema, TypeName } from '../../../core/contract/schema.ts';
import { type Json, jsonTypeOf } from '../../../core/source/json.ts';
import { impliedTypes } from '../../typescript/types/implied-types.ts';
import type { Schemas } from './parts.ts';

/** The kinds of JSON values, whole numbers being numbers. */
type Kind = Exclude<TypeName, 'integer'>;

const allKinds: readonly Kind[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

/** What a value of the schema can be, references and branches included. */
export function kindsOf(schema: Schema, schemas: Schemas, seen: ReadonlySet<Schema> = new Set()): ReadonlySet<Kind> {
  if (schema.always === false) return new Set();
  if (seen.has(schema)) return new Set(allKinds);
  const within = new Set([...seen, schema]);
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  const conditions = [
    ownKinds(schema),
    ...[...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])].map((one) => kindsOf(one, schemas, within)),
    ...[schema.oneOf, schema.anyOf].flatMap((branches) =>
      branches === undefined ? [] : [new Set(branches.flatMap((branch) => [...kindsOf(branch, schemas, within)]))],
    ),
  ];
  return new Set(allKinds.filter((kind) => conditions.every((kinds) => kinds.has(kind))));
}

function ownKinds(schema: Schema): ReadonlySet<Kind> {
  if (schema.enum !== undefined) return new Set(schema.enum.map((value: Json) => jsonTypeOf(value)));
  const types: readonly TypeName[] | undefined = schema.types ?? impliedTypes(schema);
  return new Set(types === undefined ? allKinds : types.map((type) => (type === 'integer' ? 'number' : type)));
}
