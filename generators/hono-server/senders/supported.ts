import type { HttpContract, HttpOperation } from '../../../core/contract/model.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { unsupported } from '../../unsupported.ts';

/** Callbacks and webhooks. */
export function sentOperations({ operations, webhooks }: HttpContract): HttpOperation[] {
  return [...operations.flatMap(({ callbacks }) => callbacks.flatMap((callback) => callback.operations)), ...webhooks];
}

/** What the senders leave to others. */
export function inMessage(operation: HttpOperation): Diagnostic[] {
  const { callbacks, location, method, path, requestBody } = operation;
  const found = callbacks.map(({ name, location: at }) => {
    const message = `The callback "${name}" answers a request that the service sends, so others call it: describe it as an operation of its own.`;
    return unsupported('callback', at, message);
  });
  const wrong = expressionsIn(path).find((expression) => !known.test(expression));
  if (wrong !== undefined) {
    const message = `${JSON.stringify(wrong)} has no value here, so the address of this callback has to be given by the caller.`;
    found.push(unsupported('expression', location, message));
  }
  if (requestBody !== undefined && (method === 'get' || method === 'head')) {
    const message = `A body of ${method.toUpperCase()} cannot be sent with fetch, so the sender leaves it out. Use POST.`;
    found.push(unsupported('body', requestBody.location, message));
  }
  if (/^(trace|connect|track)$/i.test(method)) {
    const message = `fetch refuses the method ${method.toUpperCase()}, so this request cannot be sent.`;
    found.push(unsupported('method', location, message));
  }
  return found;
}

function expressionsIn(path: string): string[] {
  return path.startsWith('$') ? [path] : [...path.matchAll(/\{(\$[^{}]*)\}/g)].flatMap(([, inner]) => inner ?? []);
}

/** The query and the path of a response are those of its request, and are asked for there. */
const known =
  /^\$(url|method|statusCode|request\.(header|query|path)\..+|(request|response)\.body(#.*)?|response\.header\..+)$/s;
