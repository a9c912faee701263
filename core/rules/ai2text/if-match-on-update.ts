import type { HttpOperation } from '../../contract/model.ts';
import type { Rule } from '../rule.ts';
import { headerParameter, isSingleResource, missingStatuses, nameOf } from './support/operations.ts';

export const ifMatchOnUpdate: Rule = {
  id: 'if-match-on-update',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'PUT and PATCH of a resource require If-Match, and declare 412 and 428.',
  why: 'Without a precondition the last writer wins silently, and the work of the one before is lost.',
  fix: 'Take the shared parameter IfMatch and declare 412 (changed since) and 428 (no precondition). Where another header is the precondition, name it in "x-precondition".',
  reference: 'RFC 9110, 13.1.1; RFC 6585, 3',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const operation of contract.operations) {
      if ((operation.method !== 'put' && operation.method !== 'patch') || !isSingleResource(operation.path)) continue;
      const name = preconditionOf(operation);
      const { location } = operation;
      if (headerParameter(operation, name)?.required !== true) {
        const message = `${nameOf(operation)} does not require the header "${name}". Require it, so that nobody overwrites a change that they have not seen.`;
        report({ location, message });
      }
      // Another precondition answers in its own way.
      const missing = name === 'If-Match' ? missingStatuses(operation, ['412', '428']) : [];
      if (missing.length === 0) continue;
      const message = `${nameOf(operation)} does not declare ${missing.join(' and ')}, with which the service answers an outdated (412) or missing (428) If-Match. Add the shared responses.`;
      report({ location, message });
    }
  },
};

function preconditionOf(operation: HttpOperation): string {
  const named = operation.extensions.get('x-precondition');
  return typeof named === 'string' ? named : 'If-Match';
}
