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

const verbs = ['publish', 'subscribe'] as const;

/** A Channel Item: in 2.x the key is the address and the operations stand inside. */
export function readChannel(
  reading: Reading,
  security: Security,
  address: string,
  node: Node,
): ReadChannel | undefined {
  const item = flatten(reading, node);
  if (item === undefined) return undefined;
  const found = verbs.map((verb) => readMessages(reading, item.get(verb), verb));
  const messages = uniqueByKey(found.flat());
  const channel: Channel = {
    location: node.location(),
    name: address,
    address,
    templateNames: templateNamesOf(address),
    title: undefined,
    description: item.string('description'),
    parameters: readChannelParameters(reading, item.get('parameters')),
    messages: [...new Set(messages.values())],
    servers: item.strings('servers'),
    bindings: readBindings(reading, item.get('bindings')),
    extensions: readExtensions(item),
  };
  const operations = verbs.flatMap((verb, i) => {
    const operation = item.get(verb);
    const own = (found[i] ?? []).flatMap(({ place }) => messages.get(place) ?? []);
    return operation === undefined ? [] : (readOperation(reading, security, operation, verb, channel, own) ?? []);
  });
  return { channel, operations };
}

/**
 * A Channel Item may have members beside its `$ref`. They stand together with those of the referenced one; where both
 * have a member, which the specification leaves undefined, the item's own stands.
 */
function flatten(reading: Reading, node: Node): Node | undefined {
  const target = reading.reach(node, 'channel');
  if (target === undefined || !node.has('$ref')) return target;
  const { $ref: _, ...own } = Object.fromEntries(node.entries().map(([key, child]) => [key, child.value]));
  if (Object.keys(own).length === 0) return target;
  return target.withValue({
    ...Object.fromEntries(target.entries().map(([key, child]) => [key, child.value])),
    ...own,
  });
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
