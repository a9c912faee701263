import type { HttpContract, HttpOperation, Parameter, Response } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { unsupported } from '../unsupported.ts';
import { bodyKindOf } from './runtime/media-type.ts';
import { schemeData, usedSchemes } from './security-data.ts';

/** OpenAPI, Parameter Object: these three are described elsewhere, and a parameter of that name is ignored. */
export function isIgnoredHeader({ name, in: place }: Parameter): boolean {
  return place === 'header' && ['accept', 'content-type', 'authorization'].includes(name.toLowerCase());
}

/** Interim responses are sent by the HTTP server itself. */
export function isInformational({ status }: Response): boolean {
  return status.startsWith('1');
}

/** What the generated server leaves to others. */
export function unsupportedParts(contract: HttpContract): Diagnostic[] {
  return [
    ...contract.operations.flatMap(inOperation),
    ...contract.webhooks.map((webhook) =>
      unsupported(
        'webhook',
        webhook.location,
        'A webhook is a request that the service sends, so the server has no route for it.',
        'info',
      ),
    ),
    ...usedSchemes(contract).flatMap((name) => inScheme(contract, name)),
  ];
}

function inOperation(operation: HttpOperation): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const response of operation.responses.filter(isInformational)) {
    found.push(
      unsupported(
        'status',
        response.usedAt,
        `A handler cannot answer with ${response.status}: interim responses belong to the HTTP server. Switch protocols in front of the routes.`,
        'info',
      ),
    );
  }
  for (const media of operation.requestBody?.content ?? []) {
    if (bodyKindOf(media.name) === 'text' && media.schema?.types?.includes('object')) {
      found.push(
        unsupported(
          'media-type',
          media.location,
          `The server does not parse ${media.name}; the handler gets its text.`,
        ),
      );
    }
  }
  return found;
}

function inScheme(contract: HttpContract, name: string): Diagnostic[] {
  const scheme = contract.securitySchemes.get(name);
  if (scheme?.type === 'mutualTLS' || schemeData(scheme).kind !== 'request') return [];
  const message = `The server cannot read credentials of the security scheme ${JSON.stringify(name)}. Its handler gets the request and decides.`;
  return [unsupported('security-scheme', scheme?.location ?? contract.root.location(), message)];
}
