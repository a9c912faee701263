import type { Rule } from '../rule.ts';
import { headerOf, isSingleResource, nameOf } from './support/operations.ts';

export const etagOnRead: Rule = {
  id: 'etag-on-read',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Reading a resource that can be changed answers with its ETag.',
  why: 'The ETag is what a client sends back in If-Match, so that two people do not overwrite each other.',
  fix: 'Add the shared header ETag to the response 200.',
  reference: 'RFC 9110, 8.8.3',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const { path, operations } of contract.paths) {
      if (!isSingleResource(path) || !operations.some(({ method }) => method === 'put' || method === 'patch')) continue;
      for (const operation of operations) {
        if (operation.method !== 'get') continue;
        const response = operation.responses.find(({ status }) => status === '200');
        if (response === undefined || headerOf(response, 'ETag') !== undefined) continue;
        const message = `${nameOf(operation)} reads a resource that can be changed, but its response 200 has no "ETag". Add the shared header.`;
        report({ location: response.usedAt, message });
      }
    }
  },
};
