import type { Rule } from '../rule.ts';
import { headerOf, nameOf } from './support/operations.ts';

export const requestIdHeader: Rule = {
  id: 'request-id-header',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Every response carries X-Request-Id.',
  why: 'It is what ties a complaint to the logs and traces of all services that took part in the answer.',
  fix: 'Add the shared header XRequestId to the response.',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const operation of contract.operations) {
      for (const response of operation.responses) {
        if (headerOf(response, 'X-Request-Id') !== undefined) continue;
        const shared = response.location.pointer !== response.usedAt.pointer;
        const which = shared ? 'This response' : `Response ${response.status} of ${nameOf(operation)}`;
        report({ location: response.location, message: `${which} has no "X-Request-Id". Add the shared header.` });
      }
    }
  },
};
