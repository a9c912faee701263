import type { Schema } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../source/json.ts';
import { parsePointer, printPointer } from '../../source/pointer.ts';
import { Source } from '../../source/source.ts';

/**
 * True for `nullable: true` where it has no effect: beside no `type` (OpenAPI 3.0.3), or in a dialect that does not know
 * it. Its author meant null to be allowed all the same.
 */
export function isNullableAsMeant({ types, location: { source, pointer } }: Schema): boolean {
  if (types?.includes('null') === true || !mentions(source, 'nullable') || !(source instanceof Source)) return false;
  const places = nullableIn(source);
  return places.size > 0 && places.has(pointer);
}

/** The bounds of a number where draft 4's `exclusiveMinimum: true` stands in a later dialect; undefined elsewhere. */
export function boundsAsMeant(part: Schema): Schema | undefined {
  if (!hasBounds(part)) return undefined;
  const written = writtenAt(part);
  const above = written?.exclusiveMinimum === true && part.exclusiveMinimum === undefined;
  const below = written?.exclusiveMaximum === true && part.exclusiveMaximum === undefined;
  if (!above && !below) return undefined;
  return {
    ...boundsOf(part),
    minimum: above ? undefined : part.minimum,
    maximum: below ? undefined : part.maximum,
    exclusiveMinimum: above ? part.minimum : part.exclusiveMinimum,
    exclusiveMaximum: below ? part.maximum : part.exclusiveMaximum,
  };
}

/** The bounds as they have effect. */
export function boundsOf(part: Schema): Schema {
  const { location, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = part;
  return { ...emptySchema(location), types: ['number'], minimum, maximum, exclusiveMinimum, exclusiveMaximum };
}

/** Whether two schemas mean the same by what has no effect in them. Nearly all can tell without a look at the document. */
export function sameAsMeant(a: Schema, b: Schema): boolean {
  if (isNullableAsMeant(a) !== isNullableAsMeant(b)) return false;
  if (!hasBounds(a) || !hasBounds(b)) return true;
  const [was, is] = [boundsAsMeant(a), boundsAsMeant(b)];
  return was?.exclusiveMinimum === is?.exclusiveMinimum && was?.exclusiveMaximum === is?.exclusiveMaximum;
}

const nullables = new WeakMap<Source, ReadonlySet<string>>();

/**
 * The pointers of all `nullable: true`. What is written counts, not what was read: an `allOf` of one without other
 * keywords reads as that one, whose type says nothing of the `nullable` around it.
 */
function nullableIn(source: Source): ReadonlySet<string> {
  const known = nullables.get(source);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const tokens: string[] = [];
  // OpenAPI 3.0 reads `nullable` beside a type as what it means.
  const isKnown = isObject(source.value) && String(source.value.openapi).startsWith('3.0');
  const walk = (value: Json): void => {
    if (isObject(value) && value.nullable === true && !(isKnown && value.type !== undefined)) {
      found.add(printPointer(tokens));
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      tokens.push(key);
      walk(inner);
      tokens.pop();
    }
  };
  walk(source.value);
  nullables.set(source, found);
  return found;
}

function hasBounds({ minimum, maximum, location: { source } }: Schema): boolean {
  return (minimum !== undefined || maximum !== undefined) && mentions(source, 'exclusiveM');
}

const mentioned = new WeakMap<object, Map<string, boolean>>();

/** Whether a word stands anywhere in a document: most that have no effect have no place to be. */
export function mentions(source: Schema['location']['source'], word: string): boolean {
  const known = mentioned.get(source) ?? new Map<string, boolean>();
  const answer = known.get(word) ?? source.text.includes(word);
  mentioned.set(source, known.set(word, answer));
  return answer;
}

/** What stands in the document, before it was read. */
function writtenAt({ location }: Schema): JsonObject | undefined {
  const { source, pointer } = location;
  if (!(source instanceof Source)) return undefined;
  let value: Json | undefined = source.value;
  for (const token of parsePointer(pointer) ?? []) {
    if (isArray(value)) value = value[Number(token)];
    else value = isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
  }
  return isObject(value) ? value : undefined;
}
