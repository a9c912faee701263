import type { Node } from '../../../source/node.ts';
import type { Encoding, MediaType, RequestBody } from '../../model.ts';
import type { Schema } from '../../schema.ts';
import { emptySchema } from '../../schemas/draft.ts';
import { isSchema } from '../../schemas/keywords/kit.ts';
import { readExtensions } from '../extensions.ts';
import type { Reading } from '../reading.ts';
import { readCollection, readItemSchema } from './item.ts';

const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** The parameters of 2.0 with `in: body` or `in: formData`, as the request body that they describe. */
export function readBodyParameters(
  operation: Node,
  consumes: readonly string[],
  reading: Reading,
): RequestBody | undefined {
  const parameters = bodyNodes(operation, reading);
  const body = parameters.find((node) => node.string('in') === 'body');
  if (body !== undefined) return readBody(body, consumes, reading);
  return parameters.length === 0 ? undefined : readForm(parameters, consumes, reading);
}

/** The operation's own before those of its path, which it may declare anew. */
function bodyNodes(operation: Node, { references }: Reading): Node[] {
  const lists = [operation.get('parameters'), operation.parent?.get('parameters')];
  const found = new Map<string, Node>();
  for (const item of lists.flatMap((list) => list?.items() ?? [])) {
    const node = references.follow(item, 'parameter');
    const place = node?.string('in');
    if (node === undefined || (place !== 'body' && place !== 'formData')) continue;
    const key = place === 'body' ? '' : (node.string('name') ?? '');
    if (!found.has(key)) found.set(key, node);
  }
  return [...found.values()];
}

function readBody(node: Node, consumes: readonly string[], reading: Reading): RequestBody {
  const written = node.get('schema');
  const schema = isSchema(written) ? reading.schemas.read(written) : undefined;
  const names = consumes.length === 0 ? ['application/json'] : consumes;
  return {
    location: node.location(),
    description: node.string('description'),
    required: node.boolean('required') === true,
    content: names.map((name) => mediaType(node, name, schema, new Map())),
    extensions: readExtensions(node),
  };
}

function readForm(nodes: readonly Node[], consumes: readonly string[], reading: Reading): RequestBody | undefined {
  const [first] = nodes;
  if (first === undefined) return undefined;
  const properties = new Map<string, Schema>();
  const encoding = new Map<string, Encoding>();
  for (const node of nodes) {
    const name = node.string('name') ?? '';
    const schema = readItemSchema(node, reading);
    properties.set(name, { ...schema, description: node.string('description') });
    const { style, explode } = readCollection(node, schema, 'query');
    const rest = { contentType: undefined, headers: [], allowReserved: false };
    if (!(style === 'form' && explode)) encoding.set(name, { location: node.location(), style, explode, ...rest });
  }
  const required = nodes.filter((node) => node.boolean('required') === true).map((node) => node.string('name') ?? '');
  const schema: Schema = {
    ...emptySchema(first.location()),
    types: ['object'],
    properties,
    required: required.length === 0 ? undefined : required,
  };
  const hasFile = nodes.some((node) => node.string('type') === 'file');
  const listed = consumes.filter((name) => forms.includes(name));
  const names = listed.length > 0 ? listed : [forms[hasFile ? 1 : 0] ?? ''];
  return {
    location: first.location(),
    description: undefined,
    required: required.length > 0,
    content: names.map((name) => mediaType(first, name, schema, encoding)),
    extensions: new Map(),
  };
}

function mediaType(node: Node, name: string, schema: Schema | undefined, encoding: MediaType['encoding']): MediaType {
  return { location: node.location(), name, schema, itemSchema: undefined, examples: [], encoding };
}
