import type { Response } from '../../contract/model.ts';
import type { Rule } from '../rule.ts';
import { propertyOf, type Schemas } from './support/in-place.ts';

export const problemDetails: Rule = {
  id: 'problem-details',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Every error response is application/problem+json.',
  why: 'One shape for all errors lets a client handle them in one place, and quote the request id to support.',
  fix: 'Give the response the content "application/problem+json" with the shared Problem schema.',
  reference: 'RFC 9457',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const operation of contract.operations) {
      // The answer to HEAD has no body.
      if (operation.method === 'head') continue;
      for (const response of operation.responses) {
        const fault = isError(response.status) ? faultOf(response, contract.schemas) : undefined;
        if (fault !== undefined) report({ location: response.location, message: fault });
      }
    }
  },
};

function isError(status: string): boolean {
  return status === 'default' || /^[45]/.test(status);
}

function faultOf({ content, status }: Response, schemas: Schemas): string | undefined {
  const problem = content.find(({ name }) => name.toLowerCase() === 'application/problem+json');
  if (problem === undefined) {
    return `The error response ${status} has no "application/problem+json". Add it, with the shared Problem schema.`;
  }
  const { schema } = problem;
  const members = ['type', 'title', 'status'];
  const missing = members.filter((name) => schema === undefined || propertyOf(schema, name, schemas) === undefined);
  if (missing.length === 0) return undefined;
  return `The problem of response ${status} does not describe ${missing.map((name) => `"${name}"`).join(', ')}. Use the shared Problem schema, or extend it with allOf.`;
}
