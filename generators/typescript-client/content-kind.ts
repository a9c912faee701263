import type { MediaType } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { type ContentKind, contentKind, essenceOf } from './runtime/media-type.ts';

/** How a body is read and written: by its media type, and by its schema where the type alone does not say. */
export function kindOf(media: MediaType, schemas: ReadonlyMap<SchemaName, Schema>): ContentKind {
  if (media.itemSchema !== undefined) return 'stream';
  const byName = contentKind(media.name);
  if (byName !== undefined) return byName;
  const types = media.schema === undefined ? undefined : shapeOf(media.schema, schemas);
  if (types === undefined) return 'binary';
  if (types === 'text') return 'text';
  return essenceOf(media.name).includes('*') ? 'json' : 'binary';
}

function shapeOf(schema: Schema, schemas: ReadonlyMap<SchemaName, Schema>): 'text' | 'value' | undefined {
  const seen = new Set<SchemaName>();
  for (let at: Schema | undefined = schema; at !== undefined; ) {
    if (at.binary || at.always === true) return undefined;
    if (at.types !== undefined) return at.types.every((type) => type === 'string') ? 'text' : 'value';
    if (at.ref === undefined || seen.has(at.ref)) break;
    seen.add(at.ref);
    at = schemas.get(at.ref);
  }
  return 'value';
}
