import type { Rule } from '../rule.ts';
import { headerParameter, missingStatuses, nameOf } from './support/operations.ts';

export const idempotencyKey: Rule = {
  id: 'idempotency-key',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'A POST takes an Idempotency-Key, and declares 400, 409 and 422 for it.',
  why: 'After a timeout a client cannot know whether its request took effect. With a key it may simply try again; without one it creates things twice.',
  fix: 'Take the shared parameter IdempotencyKey and declare the responses 400 (missing), 409 (in progress) and 422 (other payload). Mark a POST that changes nothing, such as a search, with "x-safe: true".',
  reference: 'draft-ietf-httpapi-idempotency-key-header',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const operation of contract.operations) {
      if (operation.method !== 'post' || operation.extensions.get('x-safe') === true) continue;
      const { location } = operation;
      const key = headerParameter(operation, 'Idempotency-Key');
      if (key?.required !== true) {
        const what = key === undefined ? 'takes no header' : 'does not require the header';
        report({
          location,
          message: `${nameOf(operation)} ${what} "Idempotency-Key". Require it, or mark the operation with "x-safe: true" if it changes nothing.`,
        });
      }
      const missing = missingStatuses(operation, ['400', '409', '422']);
      if (missing.length === 0) continue;
      report({
        location,
        message: `${nameOf(operation)} does not declare ${missing.join(', ')}, with which the service answers a missing (400), busy (409) or reused (422) Idempotency-Key. Add the shared responses.`,
      });
    }
  },
};
