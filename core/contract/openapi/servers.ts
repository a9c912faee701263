import type { Node } from '../../source/node.ts';
import type { Server, ServerVariable } from '../model.ts';
import type { Reading } from './reading.ts';

/** The servers listed at `node`; undefined when it lists none, so that the next level up applies. */
export function readServers(node: Node, reading: Reading): readonly Server[] | undefined {
  const servers =
    node
      .get('servers')
      ?.items()
      .filter((item) => item.isObject) ?? [];
  return servers.length === 0 ? undefined : servers.map((item) => readServer(item, reading));
}

/** OpenAPI 3.1.1, 4.8.1: without servers there is one, whose URL is `/`. */
export function defaultServer(root: Node): Server {
  return {
    location: root.location(),
    name: undefined,
    url: '/',
    protocol: undefined,
    description: undefined,
    variables: [],
    security: [],
    bindings: new Map(),
  };
}

function readServer(node: Node, reading: Reading): Server {
  reading.record('server', node);
  const url = node.string('url') ?? '';
  return {
    location: node.location(),
    name: node.string('name'),
    url,
    protocol: /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase(),
    description: node.string('description'),
    variables: (node.get('variables')?.entries() ?? []).map(([name, variable]) => readVariable(name, variable)),
    security: [],
    bindings: new Map(),
  };
}

function readVariable(name: string, node: Node): ServerVariable {
  return {
    location: node.location(),
    name,
    default: node.string('default'),
    enum: node.get('enum')?.isArray === true ? node.strings('enum') : undefined,
    description: node.string('description'),
  };
}
