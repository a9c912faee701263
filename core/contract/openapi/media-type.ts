import type { Node } from '../../source/node.ts';
import type { Encoding, MediaType } from '../model.ts';
import { isSchema } from '../schemas/keywords/kit.ts';
import { readExamples } from './example.ts';
import { readHeaders } from './header.ts';
import type { Reading } from './reading.ts';
import { readStyle } from './style.ts';

/** The media types of a `content`, in document order. */
export function readContent(node: Node, reading: Reading): readonly MediaType[] {
  const entries = node.get('content')?.entries() ?? [];
  return entries.flatMap(([name, child]) => readMediaType(name, child, reading) ?? []);
}

export function readMediaType(name: string, node: Node, reading: Reading): MediaType | undefined {
  const mediaType = reading.behind(node, 'mediaType', (target) => readObject(target, reading));
  return mediaType === undefined ? undefined : { ...mediaType, name };
}

function readObject(node: Node, reading: Reading): MediaType {
  const schema = node.get('schema');
  const itemSchema = reading.line === '3.2' ? node.get('itemSchema') : undefined;
  const encoding = node.get('encoding')?.entries() ?? [];
  return {
    location: node.location(),
    name: node.key,
    schema: isSchema(schema) ? reading.schemas.read(schema) : undefined,
    itemSchema: isSchema(itemSchema) ? reading.schemas.read(itemSchema) : undefined,
    examples: readExamples(node, reading),
    encoding: new Map(encoding.map(([name, child]) => [name, readEncoding(child, reading)])),
  };
}

function readEncoding(node: Node, reading: Reading): Encoding {
  return {
    location: node.location(),
    contentType: node.string('contentType'),
    headers: readHeaders(node, reading),
    ...readStyle(node, 'form'),
    allowReserved: node.boolean('allowReserved') === true,
  };
}
