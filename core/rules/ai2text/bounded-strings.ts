import type { Schema } from '../../contract/schema.ts';
import type { Rule } from '../rule.ts';
import { inputSlots } from './support/input-schemas.ts';

export const boundedStrings: Rule = {
  id: 'bounded-strings',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Every string that comes in has a greatest length.',
  why: 'A string without a bound is memory that a stranger decides about, and a database column that overflows one day.',
  fix: 'Add maxLength, an enum, or a format of limited length such as uuid or date-time.',
  reference: 'OWASP API Security Top 10 2023, API4',
  check(contract, report) {
    for (const slot of inputSlots(contract)) {
      const text = slot.find(({ types }) => types?.includes('string') === true);
      if (text === undefined || slot.some(isBounded)) continue;
      const message =
        'This string may be of any length. Add "maxLength", an "enum", or a format of limited length such as uuid.';
      report({ location: text.location, message });
    }
  },
};

const boundedFormats: ReadonlySet<string> = new Set(['uuid', 'date', 'date-time', 'time', 'ipv4', 'ipv6', 'hostname']);

/** Bytes are bounded by the limits on a request's body, which is not read into memory as a whole. */
function isBounded(schema: Schema): boolean {
  const { maxLength, enum: values, format, binary } = schema;
  return maxLength !== undefined || values !== undefined || binary || boundedFormats.has(format ?? '');
}
