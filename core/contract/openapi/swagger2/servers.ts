import type { Node } from '../../../source/node.ts';
import type { Server } from '../../model.ts';
import type { Reading } from '../reading.ts';
import { defaultServer } from '../servers.ts';

/** The servers that `schemes` at `node`, the document or an operation, makes of host and basePath; undefined without. */
export function readSchemes(node: Node, { root }: Reading): readonly Server[] | undefined {
  const schemes = node.strings('schemes');
  if (schemes.length === 0) return undefined;
  return schemes.map((scheme) => server(root, scheme, node.get('schemes') ?? node));
}

/** The servers of the document as a whole. */
export function readHost(root: Node, reading: Reading): readonly Server[] {
  return readSchemes(root, reading) ?? [server(root, undefined, root.get('host') ?? root.get('basePath') ?? root)];
}

function server(root: Node, scheme: string | undefined, at: Node): Server {
  const host = root.string('host');
  const path = root.string('basePath') ?? '';
  const origin = host === undefined ? '' : `${scheme === undefined ? '' : `${scheme}:`}//${host}`;
  return { ...defaultServer(root), location: at.location(), url: `${origin}${path}` || '/', protocol: scheme };
}
