// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { JsonFault, parseJson, setMember } from './json.ts';
import type { JsonSchema } from './operation.ts';
import type { Raw, Readings } from './reading.ts';
import type { SchemaSet } from './schema-set.ts';
import { itemSchema, type JsonType, propertySchema, typesOf } from './schema-shape.ts';

/**
 * Text to JSON by schema. Of all the values that the text can stand for, the first that the schema accepts; when it
 * accepts none, the first that has a type it allows, so that the fault names the real problem.
 */
export function coerce(set: SchemaSet, schema: JsonSchema, readings: Readings): unknown {
  const types = typesOf(set, schema);
  const single = readings.single === undefined ? [] : singles(set, schema, types, readings.single);
  const list = readings.list !== undefined && types.has('array') ? [coerceList(set, schema, readings)] : [];
  const record =
    readings.record !== undefined && types.has('object') ? [coerceRecord(set, schema, readings.record)] : [];
  const candidates = readings.several ? [...record, ...list, ...single] : [...single, ...list, ...record];
  const accepted = candidates.find((candidate) => set.accepts(schema, candidate));
  if (accepted !== undefined) return accepted;
  return candidates.length > 0 ? candidates[0] : fallback(readings);
}

/** A text may also stand for a list of itself. As an `item` of that list it may not, or lists of lists would never end. */
function coerceRaw(set: SchemaSet, schema: JsonSchema, raw: Raw, item = false): unknown {
  if (typeof raw === 'string') {
    const document = documentIn(set, schema, raw);
    if (document !== undefined) return document;
    if (item) return coerce(set, schema, { single: raw, several: false });
    return coerce(set, schema, { single: raw, list: [raw], ofOne: true, several: false });
  }
  if (isList(raw)) return coerce(set, schema, { list: raw, several: true });
  return coerce(set, schema, { record: raw, several: true });
}

/** Styles have no notation for a value inside a value, so clients write it as JSON. */
function documentIn(set: SchemaSet, schema: JsonSchema, raw: string): unknown {
  if (!/^[[{]/.test(raw) || typesOf(set, schema).has('string')) return undefined;
  try {
    const value = parseJson(raw);
    return set.accepts(schema, value) ? value : undefined;
  } catch (error) {
    if (error instanceof JsonFault) return undefined;
    throw error;
  }
}

/** The values that one text can stand for, most specific first. A text that fits no type stays text. */
function singles(set: SchemaSet, schema: JsonSchema, types: ReadonlySet<JsonType>, raw: Raw): unknown[] {
  if (typeof raw !== 'string') return [coerceRaw(set, schema, raw)];
  const found: unknown[] = [];
  // A schema that allows every type asks for nothing, and then text is the only honest reading.
  const anything = types.size === 7;
  if (!anything && types.has('integer')) {
    const number = toNumber(raw, types.has('number'));
    if (number !== undefined) found.push(number);
  }
  if (!anything && types.has('boolean') && (raw === 'true' || raw === 'false')) found.push(raw === 'true');
  if (types.has('string')) found.push(raw);
  if (!anything && types.has('null') && (raw === '' || raw === 'null')) found.push(null);
  if (found.length === 0 && !types.has('array') && !types.has('object')) found.push(raw);
  return found;
}

/** A number as JSON writes it. Integers beyond 2^53 are refused rather than rounded in silence. */
function toNumber(text: string, fractions: boolean): number | undefined {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  if (!fractions && Number.isInteger(number) && !Number.isSafeInteger(number)) return undefined;
  return number;
}

/** One empty text is a list of one where the items may be empty, and else an empty list: `tags=`. */
function coerceList(set: SchemaSet, schema: JsonSchema, { list = [], ofOne = false }: Readings): unknown[] {
  const items = list.map((raw, index) => coerceRaw(set, itemSchema(set, schema, index), raw, ofOne));
  return list.length === 1 && list[0] === '' && !set.accepts(itemSchema(set, schema, 0), '') ? [] : items;
}

function coerceRecord(set: SchemaSet, schema: JsonSchema, record: ReadonlyMap<string, Raw>): unknown {
  const result: Record<string, unknown> = {};
  for (const [name, raw] of record) {
    setMember(result, name, coerceRaw(set, propertySchema(set, schema, name) ?? true, raw));
  }
  return result;
}

/** Text of a shape that the schema has no use for, so that validation can say so. */
function fallback(readings: Readings): unknown {
  if (readings.single !== undefined) return plain(readings.single);
  return plain(readings.list ?? readings.record ?? '');
}

function plain(raw: Raw): unknown {
  if (typeof raw === 'string') return raw;
  if (isList(raw)) return raw.map(plain);
  const result: Record<string, unknown> = {};
  for (const [name, below] of raw) setMember(result, name, plain(below));
  return result;
}

function isList(raw: Raw): raw is readonly Raw[] {
  return Array.isArray(raw);
}
