import type { Node } from '../../source/node.ts';
import type { PathItem } from '../model.ts';
import { readExtensions } from './extensions.ts';
import { type Inherited, readOperation } from './operation.ts';
import { readParameters } from './parameter.ts';
import type { Reading } from './reading.ts';
import { readServers } from './servers.ts';

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** Reads the path item at `node` for `path`: a template, a webhook's name or a callback's expression. */
export function readPathItem(path: string, node: Node, inherited: Inherited, reading: Reading): PathItem | undefined {
  const parts = partsOf(node, reading);
  if (!parts.some((part) => part.isObject)) return undefined;
  for (const part of parts) reading.record('pathItem', part);
  const parameters = parts.flatMap((part) => readParameters(part, 'path', reading));
  const servers = parts.map((part) => readServers(part, reading)).find((listed) => listed !== undefined);
  const context = { ...inherited, parameters, servers: servers ?? inherited.servers };
  return {
    location: node.location(),
    path,
    templateNames: templateNames(path),
    parameters,
    operations: operationNodes(parts, reading).map(([method, operation]) =>
      readOperation(method, path, operation, context, reading),
    ),
    extensions: new Map(parts.toReversed().flatMap((part) => [...readExtensions(part)])),
  };
}

/** The names in braces, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** The item and what its `$ref` leads to: its other members stand beside those behind the reference. */
function partsOf(node: Node, reading: Reading): Node[] {
  const parts = [node];
  for (let at: Node | undefined = node; at?.string('$ref') !== undefined && parts.length < 20; ) {
    at = reading.references.followWhile(
      at,
      'pathItem',
      '$ref',
      (target) => Object.keys(target.value ?? {}).length === 1,
    );
    if (at === undefined) break;
    parts.push(at);
  }
  return parts;
}

/** By method, in document order; what stands beside a `$ref` wins. */
function operationNodes(parts: readonly Node[], reading: Reading): [string, Node][] {
  const found = new Map<string, Node>();
  for (const part of parts) {
    const additional = reading.line === '3.2' ? (part.get('additionalOperations')?.entries() ?? []) : [];
    const own = part.entries().filter(([key]) => isMethod(key, reading));
    for (const [method, node] of [...own, ...additional]) {
      if (node.isObject && !found.has(method)) found.set(method, node);
    }
  }
  return [...found];
}

function isMethod(key: string, { line }: Reading): boolean {
  if (key === 'trace') return line !== '2.0';
  return methods.has(key) || (key === 'query' && line === '3.2');
}
