// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import { JsonFault, parseJson, setMember } from './json.ts';
import type { JsonSchema } from './operation.ts';
import type { SchemaSet } from './schema-set.ts';
import { invitesOtherProperties, isRecord, propertyNames, propertySchema } from './schema-shape.ts';

/** Headers are text on the wire: objects and arrays travel as JSON, members without a value not at all. */
export function writeHeaders(headers: unknown): Record<string, string> {
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries(isRecord(headers) ? headers : {})) {
    if (value === undefined || value === null) continue;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (/[\p{Cc}]/u.test(name + text))
      throw new TypeError(`The header ${JSON.stringify(name)} holds a control character`);
    setMember(written, name, text);
  }
  return written;
}

/**
 * The headers that the schema speaks of, found without regard to case and turned into the types that it asks for. What
 * brokers and tracers add of their own is left out, unless the schema invites further members.
 */
export function readHeaders(
  schemas: SchemaSet,
  schema: JsonSchema,
  headers: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const declared = new Map(propertyNames(schemas, schema).map((name) => [name.toLowerCase(), name]));
  const open = invitesOtherProperties(schemas, schema);
  const read: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(headers)) {
    const name = declared.get(key.toLowerCase()) ?? (open && key.toLowerCase() !== 'content-type' ? key : undefined);
    if (name === undefined) continue;
    setMember(read, name, headerValue(schemas, propertySchema(schemas, schema, name) ?? true, text));
  }
  return read;
}

/** The header of that name, whatever its case. */
export function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

function headerValue(schemas: SchemaSet, schema: JsonSchema, text: string): unknown {
  const value = coerce(schemas, schema, { single: text, several: false });
  if (typeof value !== 'string' || !/^[[{]/.test(text) || schemas.accepts(schema, value)) return value;
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return value;
    throw error;
  }
}
