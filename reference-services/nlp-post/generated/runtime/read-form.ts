// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import { parseJson, setMember } from './json.ts';
import { bodyKindOf } from './media-type.ts';
import type { BodyContentSpec, EncodingSpec, JsonSchema } from './operation.ts';
import { type Pair, parsePairs } from './pairs.ts';
import { decodeForm } from './percent.ts';
import { readPairs } from './read-pairs.ts';
import type { SchemaSet } from './schema-set.ts';
import { itemSchema, propertyNames, propertySchema, typesOf } from './schema-shape.ts';

/** An `application/x-www-form-urlencoded` body as the object that its schema describes. */
export function readUrlencoded(set: SchemaSet, content: BodyContentSpec, text: string): unknown {
  const schema = content.schema ?? true;
  const pairs = parsePairs(text);
  const result: Record<string, unknown> = {};
  const read = new Set<string>();
  for (const name of propertyNames(set, schema)) {
    const encoding = encodingOf(content, name) ?? plainEncoding;
    const value = readProperty(set, propertySchema(set, schema, name) ?? true, name, encoding, pairs);
    if (value === undefined) continue;
    setMember(result, name, value);
    read.add(name);
  }
  for (const { name } of pairs) {
    if (read.has(name) || isMemberOf(name, read)) continue;
    read.add(name);
    const value = readProperty(set, propertySchema(set, schema, name) ?? true, name, plainEncoding, pairs);
    setMember(result, name, value);
  }
  return result;
}

/** A property may be named like a member that every object has. */
function encodingOf({ encoding = {} }: BodyContentSpec, name: string): EncodingSpec | undefined {
  return Object.hasOwn(encoding, name) ? encoding[name] : undefined;
}

const plainEncoding: EncodingSpec = { style: 'form', explode: true };

function readProperty(
  set: SchemaSet,
  schema: JsonSchema,
  name: string,
  encoding: EncodingSpec,
  pairs: readonly Pair[],
): unknown {
  const own = pairs.filter((pair) => pair.name === name);
  const [only] = own;
  if (own.length === 1 && only !== undefined && isDocument(set, schema, encoding)) {
    const text = decodeForm(only.value);
    if (encoding.contentType !== undefined || text.startsWith('{')) return parseJson(text);
  }
  const candidates = encoding.style === 'deepObject' ? pairs : own;
  const readings = readPairs(set, { name, style: encoding.style, explode: encoding.explode, schema }, candidates);
  return readings === undefined ? undefined : coerce(set, schema, readings);
}

/** `filter[a]` has been read with `filter`. */
function isMemberOf(name: string, read: ReadonlySet<string>): boolean {
  const at = name.indexOf('[');
  return at > 0 && read.has(name.slice(0, at));
}

/** A `multipart/form-data` body as the object that its schema describes; files stay files. */
export async function readMultipart(set: SchemaSet, content: BodyContentSpec, form: FormData): Promise<unknown> {
  const schema = content.schema ?? true;
  const result: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const property = propertySchema(set, schema, name) ?? true;
    const encoding = encodingOf(content, name);
    const read = (part: File | string, of: JsonSchema) =>
      content.binary?.includes(name) ? asFile(part, name) : readPart(set, of, part, encoding);
    const parts = form.getAll(name);
    const [only] = parts;
    const isList = typesOf(set, property).size < 7 && typesOf(set, property).has('array');
    if (parts.length === 1 && only !== undefined && (!isList || isDocument(set, property, encoding))) {
      const whole = await read(only, property);
      // A list comes as one document, or each of its items comes as one (OpenAPI, Encoding Object).
      const isItem = isList && !set.accepts(property, whole);
      setMember(result, name, isItem ? [await read(only, itemSchema(set, property, 0))] : whole);
    } else {
      const items = parts.map((part, i) => read(part, itemSchema(set, property, i)));
      setMember(result, name, await Promise.all(items));
    }
  }
  return result;
}

/** Clients may leave the file name out, and then the bytes come as text. */
function asFile(part: File | string, name: string): File {
  return typeof part === 'string' ? new File([part], name) : part;
}

/** A part that is not a file in the contract is text, even where the client gave it a file name. */
async function readPart(
  set: SchemaSet,
  schema: JsonSchema,
  part: File | string,
  encoding: EncodingSpec | undefined,
): Promise<unknown> {
  const text = typeof part === 'string' ? part : await part.text();
  return isDocument(set, schema, encoding) ? parseJson(text) : coerce(set, schema, { single: text, several: false });
}

/** Objects, and lists of them, travel as JSON unless the encoding says otherwise (OpenAPI, Encoding Object). */
function isDocument(set: SchemaSet, schema: JsonSchema, encoding: EncodingSpec | undefined): boolean {
  if (encoding?.contentType !== undefined) return bodyKindOf(encoding.contentType) === 'json';
  const types = typesOf(set, schema);
  return types.has('object') && !types.has('string');
}
