import type { Rule } from '../rule.ts';
import { inputSlots } from './support/input-schemas.ts';

export const boundedArrays: Rule = {
  id: 'bounded-arrays',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Every array that comes in has a greatest number of items.',
  why: 'One request with a million items costs as much as a million requests, and passes every rate limit.',
  fix: 'Add maxItems.',
  reference: 'OWASP API Security Top 10 2023, API4',
  check(contract, report) {
    for (const slot of inputSlots(contract)) {
      const list = slot.find(({ types }) => types?.includes('array') === true);
      if (list === undefined || slot.some(({ maxItems, enum: values }) => (maxItems ?? values) !== undefined)) continue;
      report({ location: list.location, message: 'This array may have any number of items. Add "maxItems".' });
    }
  },
};
