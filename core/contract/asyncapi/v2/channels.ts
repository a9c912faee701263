import type { Node } from '../../../source/node.ts';
import type { Channel, EventOperation, Message } from '../../model.ts';
import { readBindings } from '../bindings.ts';
import { readExtensions } from '../documentation.ts';
import { readChannelParameters, templateNamesOf } from '../parameters.ts';
import type { Reading } from '../reading.ts';
import type { Security } from '../security.ts';
import { type Found, readMessages } from './messages.ts';
import { readOperation } from './operations.ts';

interface ReadChannel {
  readonly channel: Channel;
  readonly operations: readonly EventOperation[];
}

/** What a Channel Item says, whatever the addresses that lead to it. */
interface Item {
  readonly node: Node;
  readonly body: Omit<Channel, 'location' | 'name' | 'address' | 'templateNames'>;
  /** The messages of each of the two operations. */
  readonly byVerb: readonly (readonly Message[])[];
}

const verbs = ['publish', 'subscribe'] as const;

/** A Channel Item: in 2.x the key is the address and the operations stand inside. */
export function readChannel(
  reading: Reading,
  security: Security,
  address: string,
  node: Node,
): ReadChannel | undefined {
  const item = readItem(reading, node);
  if (item === undefined) return undefined;
  const channel: Channel = {
    ...item.body,
    location: node.location(),
    name: address,
    address,
    templateNames: templateNamesOf(address),
  };
  const operations = verbs.flatMap((verb, i) => {
    const operation = item.node.get(verb);
    if (operation === undefined) return [];
    return readOperation(reading, security, operation, { verb, channel, messages: item.byVerb[i] ?? [] }) ?? [];
  });
  return { channel, operations };
}

function readItem(reading: Reading, node: Node): Item | undefined {
  const target = reading.reach(node, 'channel');
  if (target === undefined) return undefined;
  const item = flatten(node, target);
  return reading.once('channel', item === target ? target : node, () => {
    const found = verbs.map((verb) => readMessages(reading, item.get(verb), verb));
    const messages = uniqueByKey(found.flat());
    const byVerb = found.map((list) => list.flatMap(({ place }) => messages.get(place) ?? []));
    const body: Item['body'] = {
      title: undefined,
      description: item.string('description'),
      parameters: readChannelParameters(reading, item.get('parameters')),
      messages: [...messages.values()],
      servers: item.strings('servers'),
      bindings: readBindings(reading, item.get('bindings')),
      extensions: readExtensions(item),
    };
    return { node: item, body, byVerb };
  });
}

/**
 * A Channel Item may have members beside its `$ref`. They stand together with those of the referenced one; where both
 * have a member, which the specification leaves undefined, the item's own stands.
 */
function flatten(node: Node, target: Node): Node {
  const own = node.entries().filter(([key]) => key !== '$ref');
  if (target === node || own.length === 0) return target;
  const members = [...target.entries(), ...own].map(([key, child]) => [key, child.value] as const);
  return target.withValue(Object.fromEntries(members));
}

/** One message for each place in the text, under a key that no other message of the channel has. */
function uniqueByKey(found: readonly Found[]): ReadonlyMap<string, Message> {
  const byPlace = new Map<string, Message>();
  const taken = new Set<string>();
  for (const { place, message } of found) {
    if (byPlace.has(place)) continue;
    let key = message.key;
    for (let count = 2; taken.has(key); count++) key = `${message.key}-${count}`;
    taken.add(key);
    byPlace.set(place, key === message.key ? message : { ...message, key });
  }
  return byPlace;
}
