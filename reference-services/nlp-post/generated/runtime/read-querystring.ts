// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import { parseJson } from './json.ts';
import { bodyKindOf } from './media-type.ts';
import type { ParameterSpec } from './operation.ts';
import { decodePercent } from './percent.ts';
import { readUrlencoded } from './read-form.ts';
import type { SchemaSet } from './schema-set.ts';

/** A whole query string as one value, written as a form, as JSON or as plain text. Undefined when there is none. */
export function readQuerystring(set: SchemaSet, parameter: ParameterSpec, text: string): unknown {
  if (text === '') return undefined;
  const { contentType: type = '', schema, encoding } = parameter;
  const kind = bodyKindOf(type);
  if (kind === 'form') return readUrlencoded(set, { type, schema, ...(encoding && { encoding }) }, text);
  const decoded = decodePercent(text);
  return kind === 'json' ? parseJson(decoded) : coerce(set, schema, { single: decoded, several: false });
}
