import type { Node } from '../../source/node.ts';
import type { OAuthFlow, SecurityRequirement, SecurityScheme } from '../model.ts';
import { type Reading, withOwnDescription } from './reading.ts';

/** The requirements that `node`, an operation or the document, states itself; undefined when it is silent. */
export function readSecurity(node: Node): readonly SecurityRequirement[] | undefined {
  const security = node.get('security');
  if (security === undefined || !security.isArray) return undefined;
  return security
    .items()
    .filter((item) => item.isObject)
    .map((item) => ({
      location: item.location(),
      schemes: new Map(item.entries().map(([name]) => [name, item.strings(name)])),
    }));
}

export function readSecurityScheme(name: string, node: Node, reading: Reading): SecurityScheme | undefined {
  const scheme = reading.behind(node, 'securityScheme', readScheme);
  return scheme === undefined ? undefined : { ...withOwnDescription(scheme, node, reading), name };
}

function readScheme(node: Node): SecurityScheme {
  const type = node.string('type') ?? '';
  const flows = readFlows(node);
  return {
    location: node.location(),
    name: node.key,
    // 2.0 had a type of its own for what later is one of the HTTP schemes.
    type: type === 'basic' ? 'http' : type,
    description: node.string('description'),
    scheme: type === 'basic' ? 'basic' : node.string('scheme')?.toLowerCase(),
    bearerFormat: node.string('bearerFormat'),
    parameterName: node.string('name'),
    in: node.string('in'),
    scopes: new Map(flows.flatMap(({ scopes }) => [...scopes])),
    flows,
    oauth2MetadataUrl: node.string('oauth2MetadataUrl'),
    openIdConnectUrl: node.string('openIdConnectUrl'),
    deprecated: node.boolean('deprecated') === true,
  };
}

/** 3.x keeps flows by their type; in 2.0 a scheme is one flow. */
function readFlows(node: Node): readonly OAuthFlow[] {
  const only = node.string('flow');
  if (only !== undefined) return [readFlow(flowsOf2.get(only) ?? only, node)];
  const flows = node.get('flows')?.entries() ?? [];
  return flows.filter(([type]) => !type.startsWith('x-')).map(([type, flow]) => readFlow(type, flow));
}

const flowsOf2: ReadonlyMap<string, string> = new Map([
  ['application', 'clientCredentials'],
  ['accessCode', 'authorizationCode'],
]);

function readFlow(type: string, node: Node): OAuthFlow {
  const scopes = node.get('scopes')?.entries() ?? [];
  return {
    location: node.location(),
    type,
    authorizationUrl: node.string('authorizationUrl'),
    tokenUrl: node.string('tokenUrl'),
    refreshUrl: node.string('refreshUrl'),
    deviceAuthorizationUrl: node.string('deviceAuthorizationUrl'),
    scopes: new Map(scopes.flatMap(([name, { value }]) => (typeof value === 'string' ? [[name, value]] : []))),
  };
}
