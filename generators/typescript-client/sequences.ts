import type { MediaType } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { literal } from '../typescript/literal.ts';
import { type EventKind, eventKinds } from './event-kinds.ts';
import { essenceOf } from './runtime/media-type.ts';

/** How the items of a sequence are told apart; undefined for bodies that the runtime does not split. */
export type Sequence = 'events' | 'lines' | 'records';

/** For media of the kind `stream`. */
export function sequenceOf({ name }: MediaType): Sequence | undefined {
  const essence = essenceOf(name);
  if (essence === 'text/event-stream') return 'events';
  if (essence === 'application/json-seq') return 'records';
  return /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines)$/.test(essence) ? 'lines' : undefined;
}

/** What each JSON item keeps to: `itemSchema`, or the items of a list that stands for the whole sequence. */
export function itemSchemaOf(
  { itemSchema, schema }: MediaType,
  schemas: ReadonlyMap<SchemaName, Schema>,
): Schema | undefined {
  if (itemSchema !== undefined) return itemSchema;
  const seen = new Set<Schema>();
  for (
    let at = schema;
    at !== undefined && !seen.has(at);
    at = at.ref === undefined ? undefined : schemas.get(at.ref)
  ) {
    seen.add(at);
    if (at.types?.includes('array') && at.items !== undefined) return at.items;
  }
  return undefined;
}

/** The kinds of events in a stream; a single plain one where nothing is known of them. */
export function eventKindsOf({ itemSchema }: MediaType, schemas: ReadonlyMap<SchemaName, Schema>): Events {
  const plain: EventKind = { names: undefined, data: { kind: 'text', values: undefined } };
  const kinds = (itemSchema === undefined ? undefined : eventKinds(itemSchema, schemas)) ?? [plain];
  return decide(kinds);
}

export interface Events {
  readonly kinds: readonly EventKind[];
  /** For the runtime, see `SequenceData`. */
  readonly json: true | readonly string[];
  readonly plain: readonly string[];
  readonly texts: readonly string[];
  /** Whether data had to be left as text, because JSON and any text are possible under one name. */
  readonly undecided: boolean;
}

/** Whether data is JSON has to follow from the name of the event, or from the data being one of a few texts. */
function decide(kinds: readonly EventKind[]): Events {
  const names = [...new Set(kinds.flatMap((kind) => kind.names ?? []))];
  const unnamed = kinds.filter((kind) => kind.names === undefined);
  const under = (name: string) => kinds.filter((kind) => kind.names?.includes(name));
  const groups = [...names.map(under), unnamed].filter((group) => group.length > 0);
  if (groups.some(isUndecided)) {
    const text: EventKind['data'] = { kind: 'text', values: undefined };
    const texts = kinds.map((kind) => ({ ...kind, data: text }));
    return { kinds: texts, json: [], plain: [], texts: [], undecided: true };
  }
  const isJson = (group: readonly EventKind[]) => group.some(({ data }) => data.kind === 'json');
  const texts = groups
    .filter(isJson)
    .flatMap((group) => group.flatMap(({ data }) => (data.kind === 'text' ? (data.values ?? []) : [])));
  const all = isJson(unnamed);
  return {
    kinds,
    json: all || names.filter((name) => isJson(under(name))),
    plain: all ? names.filter((name) => !isJson(under(name))) : [],
    texts: [...new Set(texts)],
    undecided: false,
  };
}

function isUndecided(group: readonly EventKind[]): boolean {
  const isOpenText = ({ data }: EventKind) => data.kind === 'text' && data.values === undefined;
  return group.some(({ data }) => data.kind === 'json') && group.some(isOpenText);
}

/** The function of the runtime that reads a sequence. */
export const sequenceReaders: Readonly<Record<Sequence, string>> = {
  events: 'eventStream',
  lines: 'jsonLines',
  records: 'jsonSequence',
};

export const sequenceWriters: Readonly<Record<Exclude<Sequence, 'events'>, string>> = {
  lines: 'writeJsonLines',
  records: 'writeJsonSequence',
};

/** The members of `SequenceData` for a response. */
export function sequenceData(
  sequence: Sequence,
  media: MediaType,
  schemas: ReadonlyMap<SchemaName, Schema>,
): (readonly [name: string, text: string | undefined])[] {
  const read = ['read', sequenceReaders[sequence]] as const;
  if (sequence !== 'events') return [read];
  const { json, plain, texts } = eventKindsOf(media, schemas);
  const list = (values: readonly string[]) => (values.length === 0 ? undefined : literal(values));
  return [read, ['json', json === true ? 'true' : list(json)], ['plain', list(plain)], ['texts', list(texts)]];
}
