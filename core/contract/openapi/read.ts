import type { ReadContext } from '../context.ts';
import type { HttpContract, PathItem, SecurityScheme } from '../model.ts';
import { type ComponentNode, componentNodes, readUnused } from './components.ts';
import { readExtensions } from './extensions.ts';
import { readInfo, readTags } from './info.ts';
import type { Inherited } from './operation.ts';
import { readPathItem } from './path-item.ts';
import { Reading } from './reading.ts';
import { checkReferenceKinds } from './reference-kinds.ts';
import { readSecurity, readSecurityScheme } from './security.ts';
import { defaultServer, readServers } from './servers.ts';
import { readHost } from './swagger2/servers.ts';
import { countUses } from './uses.ts';

/** Reads an OpenAPI document of any line, 2.0 to 3.2, into the model. */
export function readOpenApi(context: ReadContext): HttpContract {
  const reading = new Reading(context);
  const { root } = reading;
  const nodes = componentNodes(reading);
  for (const { section, name, node } of nodes) {
    if (section === 'schemas' || section === 'definitions') reading.schemas.declare(name, node);
  }
  const inherited = readInherited(reading);
  const paths = readPathItems('paths', inherited, reading);
  const webhooks = reading.isModern ? readPathItems('webhooks', inherited, reading) : [];
  readUnused(nodes, inherited, reading);
  const schemas = reading.schemas.finish();
  const securitySchemes = readSecuritySchemes(nodes, reading);
  checkReferenceKinds(reading);
  const operations = paths.flatMap((path) => path.operations);
  const hooks = webhooks.flatMap((webhook) => webhook.operations);
  const declared = [...operations, ...hooks].filter((operation) => operation.declaresSecurity);
  const requirements = [...inherited.security, ...declared.flatMap((operation) => operation.security)];
  return {
    kind: 'http',
    dialect: context.dialect,
    root,
    info: readInfo(root),
    servers: inherited.servers,
    tags: readTags(root),
    securitySchemes,
    schemas,
    components: countUses(nodes, { schemas, requirements }, reading),
    extensions: readExtensions(root),
    paths,
    operations,
    webhooks: hooks,
    objects: reading.objects,
  };
}

function readInherited(reading: Reading): Inherited {
  const { root } = reading;
  const isV2 = reading.line === '2.0';
  return {
    parameters: [],
    servers: isV2 ? readHost(root, reading) : (readServers(root, reading) ?? [defaultServer(root)]),
    security: readSecurity(root) ?? [],
    consumes: root.strings('consumes'),
    produces: root.strings('produces'),
  };
}

function readPathItems(member: 'paths' | 'webhooks', inherited: Inherited, reading: Reading): PathItem[] {
  const entries = reading.root.get(member)?.entries() ?? [];
  return entries.flatMap(([path, node]) =>
    path.startsWith('x-') ? [] : (readPathItem(path, node, inherited, reading) ?? []),
  );
}

function readSecuritySchemes(nodes: readonly ComponentNode[], reading: Reading): Map<string, SecurityScheme> {
  const schemes = new Map<string, SecurityScheme>();
  for (const { section, name, node } of nodes) {
    if (section !== 'securitySchemes' && section !== 'securityDefinitions') continue;
    const scheme = readSecurityScheme(name, node, reading);
    if (scheme !== undefined) schemes.set(name, scheme);
  }
  return schemes;
}
