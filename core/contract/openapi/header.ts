import type { Node } from '../../source/node.ts';
import type { Header } from '../model.ts';
import { isSchema } from '../schemas/keywords/kit.ts';
import { readExamples } from './example.ts';
import { readContent } from './media-type.ts';
import { type Reading, withOwnDescription } from './reading.ts';
import { readHeaderItem } from './swagger2/item.ts';

/** The headers under `headers`, in document order. */
export function readHeaders(node: Node, reading: Reading): readonly Header[] {
  const entries = node.get('headers')?.entries() ?? [];
  return entries.flatMap(([name, child]) => readHeader(name, child, reading) ?? []);
}

export function readHeader(name: string, node: Node, reading: Reading): Header | undefined {
  const header = reading.behind(node, 'header', (target) =>
    reading.line === '2.0' ? readHeaderItem(target, reading) : readObject(target, reading),
  );
  return header === undefined ? undefined : { ...withOwnDescription(header, node, reading), name };
}

function readObject(node: Node, reading: Reading): Header {
  const schema = node.get('schema');
  return {
    location: node.location(),
    name: node.key,
    description: node.string('description'),
    required: node.boolean('required') === true,
    deprecated: node.boolean('deprecated') === true,
    explode: node.boolean('explode') === true,
    schema: isSchema(schema) ? reading.schemas.read(schema) : undefined,
    content: readContent(node, reading)[0],
    examples: readExamples(node, reading),
  };
}
