import type { MediaType } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { kindOf } from '../typescript-client/content-kind.ts';
import type { BodyKind } from './runtime/media-type.ts';

type Schemas = ReadonlyMap<SchemaName, Schema>;

/**
 * How a body is read and written, which the client decides in the same way: by the name of its media type, and by its schema
 * where the name leaves that open, as ranges do.
 */
export function contentKindOf(media: MediaType, schemas: Schemas): BodyKind {
  const kind = kindOf({ ...media, itemSchema: undefined }, schemas);
  return kind === 'stream' ? 'binary' : kind;
}

/** What a body is held against. The schema of a text that stands for more than itself, as XML does, says nothing of the text. */
export function judgedSchema(media: MediaType, schemas: Schemas): Schema | undefined {
  const { schema } = media;
  if (schema === undefined || contentKindOf(media, schemas) !== 'text') return schema;
  return isStructured(schema, schemas) ? undefined : schema;
}

/** Whether a value of the schema may be an object or a list. */
export function isStructured(schema: Schema, schemas: Schemas, passed = new Set<Schema>()): boolean {
  if (passed.has(schema)) return false;
  passed.add(schema);
  const { types, ref, properties, items, allOf = [], anyOf = [], oneOf = [] } = schema;
  if (types !== undefined) return types.includes('object') || types.includes('array');
  const target = ref === undefined ? undefined : schemas.get(ref);
  const parts = [...(target === undefined ? [] : [target]), ...allOf, ...anyOf, ...oneOf];
  return (properties ?? items) !== undefined || parts.some((part) => isStructured(part, schemas, passed));
}
