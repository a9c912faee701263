import { everyRequest } from '../../contract/walk.ts';
import type { Location } from '../../diagnostics/location.ts';
import { httpRule } from './http-rule.ts';
import { placeOnce } from './place-once.ts';

const without: ReadonlySet<string> = new Set(['get', 'head', 'delete', 'trace']);

export const requestBodyOnGet = httpRule({
  id: 'request-body-on-get',
  severity: 'warning',
  summary: 'GET, HEAD, DELETE and TRACE have no request body.',
  why: 'HTTP gives such a body no meaning: caches, proxies and many clients drop it, and OpenAPI 3.0 says that it is ignored.',
  fix: 'Use query parameters, or another method such as POST.',
  reference: 'OpenAPI 3.1.1, 4.8.10 Operation Object; RFC 9110, 9.3',
  check(contract, report) {
    const once = placeOnce(report);
    for (const { operation } of everyRequest(contract)) {
      if (operation.requestBody === undefined || !without.has(operation.method)) continue;
      const method = operation.method.toUpperCase();
      const message = `A ${method} request with a body is often sent without it. Use query parameters or another method.`;
      once({ location: keyOf(operation.location, operation.requestBody.location), message });
    }
  },
});

/** The operation itself, or its body where that stands in it. */
function keyOf(operation: Location, body: Location): Location {
  return body.pointer.startsWith(`${operation.pointer}/`) && body.source === operation.source ? body : operation;
}
