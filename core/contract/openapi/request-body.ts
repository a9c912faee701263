import type { Node } from '../../source/node.ts';
import type { RequestBody } from '../model.ts';
import { readExtensions } from './extensions.ts';
import { readContent } from './media-type.ts';
import { type Reading, withOwnDescription } from './reading.ts';

export function readRequestBody(node: Node | undefined, reading: Reading): RequestBody | undefined {
  if (node === undefined) return undefined;
  const body = reading.behind(node, 'requestBody', (target) => readObject(target, reading));
  return body === undefined ? undefined : withOwnDescription(body, node, reading);
}

function readObject(node: Node, reading: Reading): RequestBody {
  return {
    location: node.location(),
    description: node.string('description'),
    required: node.boolean('required') === true,
    content: readContent(node, reading),
    extensions: readExtensions(node),
  };
}
