import { httpRule } from './http-rule.ts';
import { objectsOf } from './objects-of.ts';

export const responseStatusLegal = httpRule({
  id: 'response-status-legal',
  severity: 'error',
  summary: 'A response stands under a status code, a range of them or "default".',
  why: 'Under any other key no response of the server ever matches it.',
  fix: 'Use a code from 100 to 599, a range from 1XX to 5XX (not in 2.0), or "default".',
  reference: 'OpenAPI 3.1.1, 4.8.16 Responses Object',
  check(contract, report) {
    const legal = contract.dialect.line === '2.0' ? /^([1-5]\d\d|default)$/ : /^([1-5](\d\d|XX)|default)$/;
    for (const operation of objectsOf(contract, 'operation')) {
      for (const [status, response] of operation.get('responses')?.entries() ?? []) {
        if (status.startsWith('x-') || legal.test(status)) continue;
        const message = `"${status}" is no status. Use a code from 100 to 599, a range such as "4XX", or "default".`;
        report({ location: response.location('key'), message });
      }
    }
  },
});
