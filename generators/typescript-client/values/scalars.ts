import type { Schema } from '../../../core/contract/schema.ts';
import type { ValueOptions } from './options.ts';
import { admits } from './parts.ts';

/**
 * What a text or number of this schema becomes. A `date` stays a text: it has no time and no zone, which a `Date` cannot do
 * without. An enum stays, because its values are literals in the types. A 64-bit integer that travels as text is one.
 */
export function scalarOf(
  schema: Schema,
  options: Pick<ValueOptions, 'dates' | 'int64'>,
): 'Date' | 'bigint' | undefined {
  const { format } = schema;
  if (schema.enum !== undefined || schema.binary) return undefined;
  if (options.dates === 'Date' && format === 'date-time' && admits(schema, 'string')) return 'Date';
  const wide = format === 'int64' || format === 'uint64';
  return options.int64 === 'bigint' && wide && admits(schema, 'number') ? 'bigint' : undefined;
}
