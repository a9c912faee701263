import type { Node } from '../../source/node.ts';
import type { Link } from '../model.ts';
import type { Reading } from './reading.ts';

/** The links under `links`, in document order. */
export function readLinks(node: Node, reading: Reading): readonly Link[] {
  const entries = node.get('links')?.entries() ?? [];
  return entries.flatMap(([name, child]) => readLink(name, child, reading) ?? []);
}

export function readLink(name: string, node: Node, reading: Reading): Link | undefined {
  const link = reading.behind(node, 'link', (target) => readObject(target, reading));
  return link === undefined ? undefined : { ...link, name };
}

function readObject(node: Node, reading: Reading): Link {
  const operationRef = node.string('operationRef');
  if (operationRef !== undefined) checkOperationRef(operationRef, node.get('operationRef') ?? node, reading);
  return {
    location: node.location(),
    name: node.key,
    operationId: node.string('operationId'),
    operationRef,
    parameters: new Map((node.get('parameters')?.entries() ?? []).map(([name, { value }]) => [name, value])),
  };
}

/** An operation in a document elsewhere on the network may well exist; nobody asks for it here. */
function checkOperationRef(operationRef: string, at: Node, { references, report }: Reading): void {
  if (/^[a-z][a-z0-9+.-]*:/i.test(operationRef) || references.leadsSomewhere(operationRef, at)) return;
  report({
    rule: 'link-target-exists',
    severity: 'error',
    message: `The operationRef ${JSON.stringify(operationRef)} leads to no operation. Correct the pointer; a slash in a path is written as "~1".`,
    location: at.location(),
  });
}
