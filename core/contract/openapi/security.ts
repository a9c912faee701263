import type { Node } from '../../source/node.ts';
import type { SecurityRequirement, SecurityScheme } from '../model.ts';
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
  const flows = node.get('flows')?.entries() ?? [];
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
    scopes: new Map([node, ...flows.map(([, flow]) => flow)].flatMap(scopesOf)),
    openIdConnectUrl: node.string('openIdConnectUrl'),
    deprecated: node.boolean('deprecated') === true,
  };
}

/** Scopes stand in each flow; in 2.0, which has one flow, beside it. */
function scopesOf(node: Node): [string, string][] {
  const scopes = node.get('scopes')?.entries() ?? [];
  return scopes.flatMap(([name, { value }]) => (typeof value === 'string' ? [[name, value]] : []));
}
