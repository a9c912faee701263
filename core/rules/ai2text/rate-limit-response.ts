import type { Rule } from '../rule.ts';
import { missingStatuses, nameOf } from './support/operations.ts';

export const rateLimitResponse: Rule = {
  id: 'rate-limit-response',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Every operation with security declares 429.',
  why: 'Each client has a quota. A generated client that does not know the response cannot wait and try again.',
  fix: 'Add the shared response TooManyRequests.',
  reference: 'RFC 6585, 4',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const operation of contract.operations) {
      const secured = operation.security.some(({ schemes }) => schemes.size > 0);
      if (!secured || missingStatuses(operation, ['429']).length === 0) continue;
      const message = `${nameOf(operation)} asks who is calling, but declares no 429. Add the shared response TooManyRequests.`;
      report({ location: operation.location, message });
    }
  },
};
