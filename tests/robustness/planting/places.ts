import type { Contract } from '../../../core/contract/model.ts';
import type { Location } from '../../../core/diagnostics/location.ts';
import type { Node } from '../../../core/source/node.ts';
import { parsePointer } from '../../../core/source/pointer.ts';

/** Where faults can be planted in one document. */
export interface Places {
  /** Objects whose members the specification lists: an unknown key is a fault in each of them. */
  readonly closed: readonly Node[];
  readonly parameters: readonly Node[];
  readonly responses: readonly Node[];
  readonly operations: readonly Node[];
  readonly schemas: readonly Node[];
  /** The `$ref` texts that a reader follows. */
  readonly references: readonly Node[];
}

export function placesIn(contract: Contract): Places {
  const { root } = contract;
  const nodes = (locations: readonly Location[]): Node[] =>
    unique(locations).flatMap((location) => nodeAt(root, location) ?? []);
  const parameters = contract.kind === 'http' ? contract.operations.flatMap((operation) => operation.parameters) : [];
  const responses = contract.kind === 'http' ? contract.operations.flatMap((operation) => operation.responses) : [];
  const bodies =
    contract.kind === 'http' ? contract.operations.flatMap((operation) => operation.requestBody ?? []) : [];
  const content = [...responses, ...bodies].flatMap((holder) => holder.content);
  const events =
    contract.kind === 'event'
      ? [...contract.channels, ...contract.channels.flatMap((channel) => channel.messages)]
      : [];
  const plain = [
    contract.info,
    ...contract.servers,
    ...contract.tags,
    ...contract.operations,
    ...responses,
    ...bodies,
    ...content,
    ...events,
  ];
  return {
    closed: nodes([...plain, ...parameters].map(({ location }) => location)),
    parameters: nodes(parameters.map(({ location }) => location)),
    responses: nodes(responses.map(({ location }) => location)),
    operations: nodes(contract.operations.map(({ location }) => location)),
    schemas: nodes([...contract.schemas.values()].map(({ location }) => location)),
    references: references(root),
  };
}

function unique(locations: readonly Location[]): Location[] {
  return [...new Map(locations.map((location) => [`${location.source.path}#${location.pointer}`, location])).values()];
}

/** The mapping at a location of the entry document itself, referenced files left aside. */
function nodeAt(root: Node, { source, pointer }: Location): Node | undefined {
  // What the document lacks is located at its root.
  if (source !== root.source || pointer === '') return undefined;
  let node: Node | undefined = root;
  for (const token of parsePointer(pointer) ?? []) node = node?.get(token);
  return node?.isObject === true && !node.has('$ref') ? node : undefined;
}

const data = ['example', 'examples', 'default', 'enum', 'const', 'value', 'dataValue', 'mapping', 'payload'];

function references(root: Node): Node[] {
  const found: Node[] = [];
  const walk = (node: Node): void => {
    const reference = node.get('$ref');
    if (typeof reference?.value === 'string' && !reference.value.includes('://')) found.push(reference);
    for (const [key, member] of node.entries()) if (!data.includes(key) && !key.startsWith('x-')) walk(member);
    for (const item of node.items()) walk(item);
  };
  walk(root);
  return found;
}
