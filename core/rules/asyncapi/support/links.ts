import type { Node } from '../../../source/node.ts';
import type { AsyncApiDocument } from './document.ts';

/** An operation or a reply, and whether it stands at the root: there it may refer to less than under components. */
export interface Linked {
  readonly node: Node;
  readonly isAtRoot: boolean;
}

export function operationsOf(document: AsyncApiDocument): Linked[] {
  const entries = document.root.get('operations')?.entries() ?? [];
  const atRoot = new Set(entries.map(([, node]) => node.place));
  return document.objects('operation').map((node) => ({ node, isAtRoot: atRoot.has(node.place) }));
}

export function repliesOf(document: AsyncApiDocument): Linked[] {
  const operations = operationsOf(document).filter(({ isAtRoot }) => isAtRoot);
  const atRoot = new Set(operations.flatMap(({ node }) => node.get('reply') ?? []).map(({ place }) => place));
  return document.objects('reply').map((node) => ({ node, isAtRoot: atRoot.has(node.place) }));
}

/** True when the `$ref` at `node` names an entry of the root's `section`. */
export function leadsToRoot(document: AsyncApiDocument, node: Node, section: 'channels' | 'servers'): boolean {
  const target = document.target(node);
  const prefix = `${document.root.source.path}#/${section}/`;
  return target?.startsWith(prefix) === true && !target.slice(prefix.length).includes('/');
}

/** The references in `messages` of an operation or reply that do not name a message of its channel. */
export function strayMessages(document: AsyncApiDocument, holder: Node): Node[] {
  const channel = holder.get('channel');
  const places = channel === undefined ? [] : placesOf(document, channel);
  if (places.length === 0) return [];
  return (holder.get('messages')?.items() ?? []).filter((message) => {
    const target = document.target(message);
    return target !== undefined && !places.some((place) => isMessageOf(target, place));
  });
}

/** Every place that the reference passes on its way to the channel: a message may be named under each. */
function placesOf(document: AsyncApiDocument, reference: Node): string[] {
  const places: string[] = [];
  let at: Node | undefined = reference;
  for (let steps = 0; at?.has('$ref') && steps < 50; steps++) {
    const target = document.target(at);
    if (target === undefined) return [];
    places.push(target);
    at = document.step(at);
  }
  return at === undefined ? [] : places;
}

function isMessageOf(target: string, channel: string): boolean {
  const prefix = `${channel}/messages/`;
  return target.startsWith(prefix) && !target.slice(prefix.length).includes('/');
}
