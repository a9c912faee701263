import type { MediaType } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { eventItem } from './event-item.ts';
import { essenceOf } from './runtime/media-type.ts';
import type { SequenceKind } from './runtime/operation.ts';

/** A body that is a sequence of values, as a sender or receiver of them sees it. */
export interface Sequence {
  readonly kind: SequenceKind;
  /** What each value keeps to; of an event, `data` as what it stands for. Undefined where nothing is said of it. */
  readonly item: Schema | undefined;
}

/**
 * How the body of a media type is a sequence (OpenAPI 3.2, "Sequential Media Types"): its items are described by
 * `itemSchema`, or by the `items` of a `schema` for the whole, which is read as an array. Undefined for other bodies.
 */
export function sequenceOf(media: MediaType, schemas: ReadonlyMap<SchemaName, Schema>): Sequence | undefined {
  const kind = sequenceKindOf(media.name);
  if (kind === undefined) return undefined;
  const item = media.itemSchema ?? itemsOf(media.schema, schemas);
  if (kind === 'events') return { kind, item: item && eventItem(item, schemas) };
  return item === undefined ? undefined : { kind, item };
}

export function sequenceKindOf(mediaType: string): SequenceKind | undefined {
  const essence = essenceOf(mediaType);
  if (essence === 'text/event-stream') return 'events';
  if (/^application\/(jsonl|x-jsonlines|jsonlines|x-jsonl|ndjson|x-ndjson)$/.test(essence)) return 'lines';
  return /^application\/(.+\+)?json-seq$/.test(essence) ? 'records' : undefined;
}

function itemsOf(schema: Schema | undefined, schemas: ReadonlyMap<SchemaName, Schema>): Schema | undefined {
  const passed = new Set<Schema>();
  for (
    let at = schema;
    at !== undefined && !passed.has(at);
    at = at.ref === undefined ? undefined : schemas.get(at.ref)
  ) {
    passed.add(at);
    if (at.items !== undefined) return at.items;
  }
  return undefined;
}
