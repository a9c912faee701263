// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import type { JsonSchema } from './operation.ts';
import { decodeNothing } from './percent.ts';
import { delimited, type Readings } from './reading.ts';
import type { SchemaSet } from './schema-set.ts';

/** A header's text as the value that its schema describes: style `simple`, which is the only one that headers have. */
export function readHeader(set: SchemaSet, schema: JsonSchema, text: string, explode: boolean): unknown {
  return coerce(set, schema, headerReadings(text, explode));
}

/** An empty field is a list of nothing (RFC 9110, 5.6.1.2). */
export function headerReadings(text: string, explode: boolean): Readings {
  const readings = delimited(text, { delimiter: /\s*,\s*/, decode: decodeNothing, explode });
  return text === '' ? { ...readings, list: [] } : readings;
}
