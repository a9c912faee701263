import type { Node } from '../../source/node.ts';
import type { Info, Tag } from '../model.ts';
import { readExtensions } from './extensions.ts';

export function readInfo(root: Node): Info {
  const node = root.get('info');
  const contact = node?.get('contact');
  return {
    location: (node ?? root).location(),
    title: node?.string('title') ?? '',
    version: node?.string('version') ?? '',
    summary: node?.string('summary'),
    description: node?.string('description'),
    license: node?.get('license')?.string('name'),
    contact: contact?.string('name') ?? contact?.string('email') ?? contact?.string('url'),
    extensions: readExtensions(node),
  };
}

export function readTags(root: Node): Tag[] {
  const tags = root.get('tags')?.items() ?? [];
  return tags.flatMap((node) => {
    const name = node.string('name');
    return name === undefined ? [] : [{ location: node.location(), name, description: node.string('description') }];
  });
}
