import type { HttpContract, HttpOperation, Parameter, Response } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { unsupported } from '../unsupported.ts';
import { schemeData, usedSchemes } from './security-data.ts';
import { inMessage, sentOperations } from './senders/supported.ts';
import { inBody } from './supported-body.ts';

/** OpenAPI, Parameter Object: these three are described elsewhere, and a parameter of that name is ignored. */
export function isIgnoredHeader({ name, in: place }: Parameter): boolean {
  return place === 'header' && ['accept', 'content-type', 'authorization'].includes(name.toLowerCase());
}

/** The responses that a handler can give: interim ones are sent by the HTTP server itself, and a status is a number or a range. */
export function answerable({ responses }: HttpOperation): readonly Response[] {
  return responses.filter(({ status }) => /^([2-5](\d\d|XX)|default)$/i.test(status));
}

/** What the generated server leaves to others. */
export function unsupportedParts(contract: HttpContract): Diagnostic[] {
  return [
    ...withoutOperations(contract),
    ...contract.operations.flatMap((operation) => inOperation(operation, contract.schemas)),
    ...sentOperations(contract).flatMap((operation) => inMessage(operation)),
    ...usedSchemes(contract).flatMap((name) => inScheme(contract, name)),
  ];
}

function withoutOperations({ operations, root }: HttpContract): Diagnostic[] {
  if (operations.length > 0) return [];
  const message = 'The contract has no operations, so the server answers every request with 404. Add paths to it.';
  return [unsupported('contract', root.location(), message)];
}

function inOperation(operation: HttpOperation, schemas: HttpContract['schemas']): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (/[?#]/.test(operation.path)) {
    const message = `No request has "?" or "#" in its path, so the route ${operation.path} is never reached. Describe the query as parameters.`;
    found.push(unsupported('path', operation.location, message));
  }
  const known = answerable(operation);
  for (const response of operation.responses) if (!known.includes(response)) found.push(unanswerable(response));
  found.push(...(operation.requestBody?.content ?? []).flatMap((media) => inBody(media, 'input', schemas)));
  found.push(...known.flatMap(({ content }) => content.flatMap((media) => inBody(media, 'output', schemas))));
  return found;
}

function unanswerable({ status, usedAt }: Response): Diagnostic {
  if (/^1(\d\d|XX)$/i.test(status)) {
    const message = `A handler cannot answer with ${status}: interim responses belong to the HTTP server. Switch protocols in front of the routes.`;
    return unsupported('status', usedAt, message, 'info');
  }
  const message = `${JSON.stringify(status)} is no status that a handler could answer with. Write one like 404, 4XX or default.`;
  return unsupported('status', usedAt, message);
}

function inScheme(contract: HttpContract, name: string): Diagnostic[] {
  const scheme = contract.securitySchemes.get(name);
  if (scheme?.type === 'mutualTLS' || schemeData(scheme).kind !== 'request') return [];
  const message = `The server cannot read credentials of the security scheme ${JSON.stringify(name)}. Its handler gets the request and decides.`;
  return [unsupported('security-scheme', scheme?.location ?? contract.root.location(), message)];
}
