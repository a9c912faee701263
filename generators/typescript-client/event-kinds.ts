import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { contentKind } from './runtime/media-type.ts';

/** One kind of event that a stream may carry, as its item schema describes it (OpenAPI 3.2, 4.14.4). */
export interface EventKind {
  /** The values of the field `event`; undefined for any. */
  readonly names: readonly string[] | undefined;
  readonly data: EventData;
}

export type EventData =
  /** JSON of this schema; undefined where nothing is said of it. */
  | { readonly kind: 'json'; readonly schema: Schema | undefined }
  /** Text; one of `values` where they are listed. */
  | { readonly kind: 'text'; readonly values: readonly string[] | undefined };

type Schemas = ReadonlyMap<SchemaName, Schema>;

/**
 * The kinds of events that an item schema tells apart: unions are laid out, and what several schemas say of one event is
 * put together. Undefined where there are too many to name.
 */
export function eventKinds(itemSchema: Schema, schemas: Schemas): EventKind[] | undefined {
  const drafts = draftsOf(itemSchema, { schemas, steps: 0 }, []);
  if (drafts.length === 0 || drafts.length > most) return undefined;
  return drafts.map(({ names, data }) => ({ names, data: dataOf(data, schemas) }));
}

const most = 100;
const mostSteps = 10_000;

interface Walk {
  readonly schemas: Schemas;
  /** Schemas that repeat each other at every level would be walked for ever. */
  steps: number;
}

interface Draft {
  readonly names: readonly string[] | undefined;
  readonly data: readonly Schema[];
}

/** More than anybody would name, whatever else is put together with it. */
const tooMany: Draft[] = Array<Draft>(most + 1).fill({ names: [], data: [] });

function draftsOf(schema: Schema, walk: Walk, above: readonly SchemaName[]): Draft[] {
  if (++walk.steps > mostSteps) return tooMany;
  const { schemas } = walk;
  const { ref, properties, allOf = [], oneOf, anyOf } = schema;
  const data = properties?.get('data');
  let drafts: Draft[] = [{ names: namesIn(properties?.get('event'), schemas), data: data === undefined ? [] : [data] }];
  const target = ref === undefined || above.includes(ref) ? undefined : schemas.get(ref);
  if (ref !== undefined && target !== undefined) drafts = combine(drafts, draftsOf(target, walk, [...above, ref]));
  for (const part of allOf) drafts = combine(drafts, draftsOf(part, walk, above));
  for (const branches of [oneOf, anyOf]) {
    if (branches === undefined) continue;
    const alternatives = branches.flatMap((branch) => draftsOf(withMappedName(branch, schema), walk, above));
    drafts = combine(drafts, alternatives);
  }
  return drafts;
}

function combine(left: readonly Draft[], right: readonly Draft[]): Draft[] {
  if (left.length * right.length > most) return tooMany;
  return left.flatMap((a) =>
    right.flatMap((b) => {
      const names = a.names === undefined || b.names === undefined ? (a.names ?? b.names) : common(a.names, b.names);
      return names?.length === 0 ? [] : [{ names, data: [...a.data, ...b.data] }];
    }),
  );
}

function common(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((name) => b.includes(name));
}

/** A discriminator over `event` names its branches. */
function withMappedName(branch: Schema, { discriminator }: Schema): Schema {
  if (discriminator?.propertyName !== 'event' || branch.ref === undefined) return branch;
  const names = [...discriminator.mapping].filter(([, target]) => target === branch.ref).map(([name]) => name);
  if (names.length === 0) return branch;
  const event: Schema = { ...branch, ref: undefined, enum: names };
  return { ...branch, properties: new Map([...(branch.properties ?? []), ['event', event]]) };
}

function namesIn(schema: Schema | undefined, schemas: Schemas): readonly string[] | undefined {
  const listed = chain(schema, schemas).find((one) => one.enum !== undefined)?.enum;
  return listed?.filter((name) => typeof name === 'string');
}

function dataOf(said: readonly Schema[], schemas: Schemas): EventData {
  const all = said.map((schema) => ({ schema, chain: chain(schema, schemas) }));
  for (const { chain: parts } of all) {
    const encoded = parts.find((one) => one.contentMediaType !== undefined);
    if (encoded?.contentMediaType !== undefined && contentKind(encoded.contentMediaType) === 'json') {
      return { kind: 'json', schema: encoded.contentSchema };
    }
  }
  // What can be no text has to be JSON; several tools write the data's own schema here.
  const value = all.find(({ schema }) => isNeverText(schema, schemas, new Map()));
  if (value !== undefined) return { kind: 'json', schema: value.schema };
  const values = all.flatMap(({ chain: parts }) => parts.flatMap((one) => one.enum ?? []));
  const texts = values.filter((one) => typeof one === 'string');
  return { kind: 'text', values: texts.length > 0 && texts.length === values.length ? texts : undefined };
}

function isNeverText(schema: Schema, schemas: Schemas, known: Map<SchemaName, boolean>): boolean {
  const { types, enum: values, ref, allOf, oneOf, anyOf, properties, items } = schema;
  if (types !== undefined) return !types.includes('string');
  if (values !== undefined) return values.every((value) => typeof value !== 'string');
  const never = (one: Schema) => isNeverText(one, schemas, known);
  if (ref !== undefined && isNeverTextAt(ref, schemas, known)) return true;
  if (allOf?.some(never) || oneOf?.every(never) || anyOf?.every(never)) return true;
  return (properties ?? items) !== undefined;
}

function isNeverTextAt(name: SchemaName, schemas: Schemas, known: Map<SchemaName, boolean>): boolean {
  const found = known.get(name);
  const target = schemas.get(name);
  if (found !== undefined || target === undefined) return found ?? false;
  // Until it is known, a schema that leads to itself says nothing.
  known.set(name, false);
  const answer = isNeverText(target, schemas, known);
  known.set(name, answer);
  return answer;
}

/** The schema and those that it refers to, one after the other. */
function chain(schema: Schema | undefined, schemas: Schemas): Schema[] {
  const found: Schema[] = [];
  for (
    let at = schema;
    at !== undefined && !found.includes(at);
    at = at.ref === undefined ? undefined : schemas.get(at.ref)
  ) {
    found.push(at);
  }
  return found;
}
