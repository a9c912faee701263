import { httpRule } from './http-rule.ts';
import { objectsOf } from './objects-of.ts';

export const responseRequired = httpRule({
  id: 'response-required',
  severity: 'error',
  summary: 'The responses of an operation hold at least one.',
  why: 'A client cannot tell success from failure when no response is described.',
  fix: 'Describe the response of a successful call, or "default".',
  reference: 'OpenAPI 3.1.1, 4.8.16 Responses Object',
  check(contract, report) {
    for (const operation of objectsOf(contract, 'operation')) {
      const responses = operation.get('responses');
      if (responses?.isObject !== true) continue;
      if (responses.entries().some(([status]) => !status.startsWith('x-'))) continue;
      const message = 'No response is described. Describe the response of a successful call.';
      report({ location: responses.location('key'), message });
    }
  },
});
