import type { Node } from '../../source/node.ts';
import type { Server, ServerVariable } from '../model.ts';
import { readBindings } from './bindings.ts';
import { visitDocumentation } from './documentation.ts';
import type { Reading } from './reading.ts';
import type { Security } from './security.ts';

export function readServer(reading: Reading, security: Security, name: string, node: Node): Server | undefined {
  const server = reading.reach(node, 'server');
  if (server === undefined) return undefined;
  return { ...reading.once('server', server, () => bodyOf(reading, security, server)), name };
}

function bodyOf(reading: Reading, security: Security, server: Node): Omit<Server, 'name'> {
  visitDocumentation(reading, server);
  return {
    location: server.location(),
    url: urlOf(reading, server),
    protocol: server.string('protocol'),
    description: server.string('description'),
    variables: (server.get('variables')?.entries() ?? []).flatMap(
      ([variable, at]) => readServerVariable(reading, variable, at) ?? [],
    ),
    security: security.readRequirements(server.get('security')),
    bindings: readBindings(reading, server.get('bindings')),
  };
}

export function readServerVariable(reading: Reading, name: string, node: Node): ServerVariable | undefined {
  const variable = reading.reach(node, 'serverVariable');
  if (variable === undefined) return undefined;
  return {
    location: variable.location(),
    name,
    default: variable.string('default'),
    enum: variable.has('enum') ? variable.strings('enum') : undefined,
    description: variable.string('description'),
  };
}

/** 3.x splits what 2.x writes as one `url`. */
function urlOf(reading: Reading, server: Node): string {
  if (reading.isV2) return server.string('url') ?? '';
  return `${server.string('protocol') ?? ''}://${server.string('host') ?? ''}${server.string('pathname') ?? ''}`;
}
