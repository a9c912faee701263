import type { Node } from '../../source/node.ts';
import type { AsyncApiDocument } from './support/document.ts';
import { eventRule } from './support/event-rule.ts';

export const eventOperationIdUnique = eventRule(
  {
    id: 'event-operation-id-unique',
    only: '2.x',
    severity: 'error',
    summary: 'Each operationId is used once.',
    why: 'Tools name handlers and methods after the operationId; of two operations with one id, one is lost.',
    fix: 'Rename one of the two. An operationId in a trait gives its id to every operation that lists the trait.',
    reference: 'AsyncAPI 2.6.0, Operation Object, operationId',
  },
  (document, report) => {
    const seen = new Map<string, { node: Node; location: ReturnType<Node['location']> }>();
    for (const operation of operationsOf(document)) {
      const id = idOf(document, operation);
      if (id === undefined) continue;
      const location = (operation.get('operationId') ?? operation).location();
      const first = seen.get(id);
      if (first === undefined) seen.set(id, { node: operation, location });
      else {
        report({
          location,
          message: `The operationId ${JSON.stringify(id)} is already taken. Rename one of the two operations.`,
          related: [{ message: 'The first operation with this id.', location: first.location }],
        });
      }
    }
  },
);

/** Those of the channels that belong to the API; two addresses that refer to one Channel Item share its operations. */
function operationsOf(document: AsyncApiDocument): Set<Node> {
  const items = new Map<string, Node>();
  for (const [, node] of document.root.get('channels')?.entries() ?? []) {
    for (const item of [node, document.resolve(node)]) {
      if (item !== undefined) items.set(`${item.source.path}#${item.pointer}`, item);
    }
  }
  return new Set(
    [...items.values()].flatMap((item) => [item.get('publish') ?? [], item.get('subscribe') ?? []].flat()),
  );
}

/** The last trait with an id wins over the operation's own, as JSON Merge Patch has it. */
function idOf(document: AsyncApiDocument, operation: Node): string | undefined {
  const traits = operation.get('traits')?.items() ?? [];
  const ids = traits.flatMap((trait) => document.resolve(trait)?.string('operationId') ?? []);
  return ids.at(-1) ?? operation.string('operationId');
}
