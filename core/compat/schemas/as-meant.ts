import type { Schema } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../source/json.ts';
import { parsePointer } from '../../source/pointer.ts';
import { Source } from '../../source/source.ts';

/**
 * True for `nullable: true` where it has no effect: beside no `type` (OpenAPI 3.0.3), or in a dialect that does not know
 * it. Its author meant null to be allowed all the same.
 */
export function isNullableAsMeant(part: Schema): boolean {
  return mayMeanNull(part) && writtenAt(part)?.nullable === true;
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

function mayMeanNull({ types, location: { source } }: Schema): boolean {
  if (types !== undefined && (types.includes('null') || knowsNullable(source))) return false;
  return mentions(source, 'nullable');
}

/** OpenAPI 3.0, where `nullable` beside a type is read as what it means. */
function knowsNullable(source: Schema['location']['source']): boolean {
  const value = source instanceof Source ? source.value : undefined;
  const version = isObject(value) ? value.openapi : undefined;
  return typeof version === 'string' && version.startsWith('3.0');
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
