import { httpRule } from './http-rule.ts';
import { objectsOf } from './objects-of.ts';

export const responseSuccessDescribed = httpRule({
  id: 'response-success-described',
  severity: 'warning',
  summary: 'An operation describes how it succeeds.',
  why: 'Generated clients return what the success response says; with failures only, they return nothing.',
  fix: 'Add a 2XX response, or 1XX, 3XX or "default" where one of these is the success.',
  reference: 'OpenAPI 3.1.1, 4.8.16 Responses Object',
  check(contract, report) {
    for (const operation of objectsOf(contract, 'operation')) {
      const responses = operation.get('responses');
      const statuses = responses?.entries().filter(([status]) => !status.startsWith('x-')) ?? [];
      if (responses === undefined || statuses.length === 0) continue;
      // A status that is none may have been meant as a success; that it is none is said elsewhere.
      if (statuses.some(([status]) => !/^[45](?:\d\d|XX)$/.test(status))) continue;
      const message = 'Only failures are described. Add the response of a successful call.';
      report({ location: responses.location('key'), message });
    }
  },
});
