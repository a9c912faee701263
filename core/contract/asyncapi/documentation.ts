import type { Json } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import type { Extensions, Info, Tag } from '../model.ts';
import type { Reading } from './reading.ts';
import type { Traited } from './traited.ts';

export function readInfo(reading: Reading): Info {
  const { root } = reading.context;
  const info = root.get('info');
  const contact = info?.get('contact');
  visitDocumentation(reading, info);
  return {
    location: (info ?? root).location(),
    title: info?.string('title') ?? '',
    version: info?.string('version') ?? '',
    summary: undefined,
    description: info?.string('description'),
    license: info?.get('license')?.string('name'),
    contact: contact?.string('name') ?? contact?.string('email') ?? contact?.string('url'),
    extensions: readExtensions(info),
  };
}

/** 2.x lists the document's tags at the root, 3.x under `info`. */
export function readDocumentTags(reading: Reading): readonly Tag[] {
  const { root } = reading.context;
  const holder = reading.isV2 ? root : root.get('info');
  return tagNodes(reading, holder?.get('tags')).map((tag) => ({
    location: tag.location(),
    name: tag.string('name') ?? '',
    description: tag.string('description'),
  }));
}

export function readTagNames(reading: Reading, tags: Node | undefined): readonly string[] {
  return tagNodes(reading, tags).map((tag) => tag.string('name') ?? '');
}

/** Follows what documents an object, so that a broken reference there is noticed too. */
export function visitDocumentation(reading: Reading, holder: Node | undefined): void {
  const externalDocs = holder?.get('externalDocs');
  if (externalDocs !== undefined) reading.reach(externalDocs, 'externalDocs');
  tagNodes(reading, holder?.get('tags'));
}

export function readExtensions(holder: Node | Traited | undefined): Extensions {
  const extensions = new Map<string, Json>();
  if (holder === undefined) return extensions;
  const keys = 'keys' in holder ? holder.keys() : holder.entries().map(([key]) => key);
  for (const key of keys) {
    const value = key.startsWith('x-') ? holder.get(key)?.value : undefined;
    if (value !== undefined) extensions.set(key, value);
  }
  return extensions;
}

function tagNodes(reading: Reading, tags: Node | undefined): Node[] {
  const listed = (tags?.items() ?? []).flatMap((tag) => reading.reach(tag, 'tag') ?? []);
  for (const tag of listed) {
    const externalDocs = tag.get('externalDocs');
    if (externalDocs !== undefined) reading.reach(externalDocs, 'externalDocs');
  }
  return listed.filter((tag) => tag.string('name') !== undefined);
}
