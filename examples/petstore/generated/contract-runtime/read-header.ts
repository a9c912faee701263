// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import type { JsonSchema } from './operation.ts';
import { decodeNothing } from './percent.ts';
import { delimited } from './reading.ts';
import type { SchemaSet } from './schema-set.ts';

/** A header's text as the value that its schema describes: style `simple`, which is the only one that headers have. */
export function readHeader(set: SchemaSet, schema: JsonSchema, text: string, explode: boolean): unknown {
  return coerce(set, schema, delimited(text, { delimiter: /\s*,\s*/, decode: decodeNothing, explode }));
}
