import type { Node } from '../../source/node.ts';
import type { Response } from '../model.ts';
import { readExtensions } from './extensions.ts';
import { readHeaders } from './header.ts';
import { readLinks } from './link.ts';
import { readContent } from './media-type.ts';
import { type Reading, withOwnDescription } from './reading.ts';
import { readProduced } from './swagger2/response.ts';

/** The responses of an operation, in document order. `produces` is for 2.0, where it stands beside the responses. */
export function readResponses(operation: Node, produces: readonly string[], reading: Reading): Response[] {
  const entries = operation.get('responses')?.entries() ?? [];
  return entries.flatMap(([status, node]) => {
    if (status.startsWith('x-')) return [];
    return readResponse(status, node, produces, reading) ?? [];
  });
}

export function readResponse(
  status: string,
  node: Node,
  produces: readonly string[],
  reading: Reading,
): Response | undefined {
  const response = reading.behind(node, 'response', (target) => readObject(target, reading));
  if (response === undefined) return undefined;
  const used = { ...withOwnDescription(response, node, reading), status, usedAt: node.location() };
  if (reading.line !== '2.0') return used;
  // What a response holds depends in 2.0 on the operation that refers to it.
  const target = reading.references.follow(node, 'response');
  return target === undefined ? used : { ...used, content: readProduced(target, produces, reading) };
}

function readObject(node: Node, reading: Reading): Response {
  return {
    location: node.location(),
    usedAt: node.location(),
    status: node.key,
    description: node.string('description') ?? '',
    headers: readHeaders(node, reading),
    content: reading.line === '2.0' ? [] : readContent(node, reading),
    links: readLinks(node, reading),
    extensions: readExtensions(node),
  };
}
