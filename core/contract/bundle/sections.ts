import type { Dialect } from '../model.ts';
import type { FragmentKind } from '../references.ts';

/**
 * Under which of the document's own shelves an object of a kind goes, as the path from its root. Undefined where the
 * dialect has no shelf for it: such an object is written out where it is used.
 */
export function shelfOf(kind: FragmentKind, { spec, line }: Dialect): readonly string[] | undefined {
  if (line === '2.0' && spec === 'openapi') {
    const section = swagger[kind];
    return section === undefined ? undefined : [section];
  }
  const known = spec === 'openapi' ? openapi[kind] : asyncapi[kind];
  return known === undefined || Number(line) < known.since ? undefined : ['components', known.section];
}

/** The kind that a shelf's name in another file tells, for what no reader has reached. */
export function kindOfShelf(section: string): FragmentKind | undefined {
  if (section === 'definitions' || section === '$defs') return 'schema';
  const kinds = [...Object.entries(openapi), ...Object.entries(asyncapi)];
  // The tables are keyed by kinds; `entries` forgets it.
  return kinds.find(([, shelf]) => shelf.section === section)?.[0] as FragmentKind | undefined;
}

type Shelves = Readonly<Partial<Record<FragmentKind, { readonly section: string; readonly since: number }>>>;

const swagger: Readonly<Partial<Record<FragmentKind, string>>> = {
  schema: 'definitions',
  parameter: 'parameters',
  response: 'responses',
};

const openapi: Shelves = {
  schema: { section: 'schemas', since: 3.0 },
  parameter: { section: 'parameters', since: 3.0 },
  response: { section: 'responses', since: 3.0 },
  requestBody: { section: 'requestBodies', since: 3.0 },
  header: { section: 'headers', since: 3.0 },
  example: { section: 'examples', since: 3.0 },
  link: { section: 'links', since: 3.0 },
  callback: { section: 'callbacks', since: 3.0 },
  securityScheme: { section: 'securitySchemes', since: 3.0 },
  pathItem: { section: 'pathItems', since: 3.1 },
  mediaType: { section: 'mediaTypes', since: 3.2 },
};

const asyncapi: Shelves = {
  schema: { section: 'schemas', since: 2.0 },
  message: { section: 'messages', since: 2.0 },
  messageTrait: { section: 'messageTraits', since: 2.0 },
  operationTrait: { section: 'operationTraits', since: 2.0 },
  parameter: { section: 'parameters', since: 2.0 },
  correlationId: { section: 'correlationIds', since: 2.0 },
  securityScheme: { section: 'securitySchemes', since: 2.0 },
  server: { section: 'servers', since: 2.3 },
  channel: { section: 'channels', since: 2.3 },
  serverVariable: { section: 'serverVariables', since: 2.4 },
  operation: { section: 'operations', since: 3.0 },
  reply: { section: 'replies', since: 3.0 },
  replyAddress: { section: 'replyAddresses', since: 3.0 },
  tag: { section: 'tags', since: 3.0 },
  externalDocs: { section: 'externalDocs', since: 3.0 },
};
