import type { Rule } from '../rule.ts';
import { missingHeaders, nameOf, successesOf } from './support/operations.ts';

export const deprecationHeaders: Rule = {
  id: 'deprecation-headers',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Successful responses of a deprecated operation carry Deprecation and Sunset.',
  why: 'Nobody reads the contract of an interface that works. The headers reach the people who still use it, and say when it goes.',
  fix: 'Add the shared headers Deprecation and Sunset; the sunset is at least 90 days away.',
  reference: 'RFC 9745; RFC 8594',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const operation of contract.operations) {
      if (!operation.deprecated) continue;
      for (const response of successesOf(operation)) {
        const missing = missingHeaders(response, ['Deprecation', 'Sunset']);
        if (missing.length === 0) continue;
        const message = `${nameOf(operation)} is deprecated, but its response ${response.status} has no ${missing.map((name) => `"${name}"`).join(' and no ')}. Add the shared headers.`;
        report({ location: response.usedAt, message });
      }
    }
  },
};
