import type { Node } from '../../source/node.ts';
import type { HttpOperation, Parameter, SecurityRequirement, Server } from '../model.ts';
import { readCallbacks } from './callback.ts';
import { readExtensions } from './extensions.ts';
import { mergeParameters, readParameters } from './parameter.ts';
import type { Reading } from './reading.ts';
import { readRequestBody } from './request-body.ts';
import { readResponses } from './response.ts';
import { readSecurity } from './security.ts';
import { readServers } from './servers.ts';
import { readBodyParameters } from './swagger2/body.ts';
import { readSchemes } from './swagger2/servers.ts';

/** What an operation takes over from its path and its document. */
export interface Inherited {
  readonly parameters: readonly Parameter[];
  readonly servers: readonly Server[];
  readonly security: readonly SecurityRequirement[];
  /** 2.0's `consumes` and `produces` at the root. */
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}

export function readOperation(
  method: string,
  path: string,
  node: Node,
  inherited: Inherited,
  reading: Reading,
): HttpOperation {
  reading.record('operation', node);
  const security = readSecurity(node);
  const isV2 = reading.line === '2.0';
  const listed = (key: 'consumes' | 'produces'): readonly string[] =>
    node.has(key) ? node.strings(key) : inherited[key];
  return {
    location: node.location(),
    method,
    path,
    operationId: node.string('operationId'),
    summary: node.string('summary'),
    description: node.string('description'),
    tags: node.strings('tags'),
    deprecated: node.boolean('deprecated') === true,
    parameters: mergeParameters(inherited.parameters, readParameters(node, 'operation', reading)),
    requestBody: isV2
      ? readBodyParameters(node, listed('consumes'), reading)
      : readRequestBody(node.get('requestBody'), reading),
    responses: readResponses(node, listed('produces'), reading),
    security: security ?? inherited.security,
    declaresSecurity: security !== undefined,
    servers: (isV2 ? readSchemes(node, reading) : readServers(node, reading)) ?? inherited.servers,
    callbacks: readCallbacks(node, inherited, reading),
    extensions: readExtensions(node),
  };
}
