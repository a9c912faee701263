import type { Node } from '../../../source/node.ts';
import type { Channel, Message } from '../../model.ts';

import { readBindings } from '../bindings.ts';
import { readExtensions, visitDocumentation } from '../documentation.ts';
import { readMessageContent, usedAs } from '../message.ts';
import { readChannelParameters, templateNamesOf } from '../parameters.ts';
import type { Reading } from '../reading.ts';
import { serverNames } from './server-names.ts';

/** A channel and the ways to its messages: by their place in the channel and by what that place refers to. */
export interface ChannelEntry {
  readonly channel: Channel;
  readonly byPlace: ReadonlyMap<string, Message>;
  readonly byContent: ReadonlyMap<string, Message>;
}

/** The channels of a 3.x document, found again by the references of operations. */
export class Channels {
  readonly #reading: Reading;
  readonly #byPlace = new Map<string, ChannelEntry>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The channel named `name` at `node`, behind its references. */
  read(name: string, node: Node): ChannelEntry | undefined {
    const end = this.#reading.reach(node, 'channel');
    return end && this.#enter(name, node, end);
  }

  /** The channel that the reference at `node` leads to. */
  find(node: Node): ChannelEntry | undefined {
    const first = this.#reading.step(node, 'channel');
    const end = first && this.#reading.reach(node, 'channel');
    if (first === undefined || end === undefined) return undefined;
    const known = this.#byPlace.get(first.place) ?? this.#byPlace.get(end.place);
    return known ?? this.#enter(first.key, first, end);
  }

  /** The messages that a list of references names, or all of the channel's when there is no list. */
  messagesOf(entry: ChannelEntry | undefined, list: Node | undefined): readonly Message[] {
    if (list === undefined) return entry?.channel.messages ?? [];
    return list.items().flatMap((item) => this.#findMessage(entry, item) ?? []);
  }

  #enter(name: string, node: Node, end: Node): ChannelEntry {
    const body = this.#reading.once('channel', end, () => readBody(this.#reading, end));
    const entry = { ...body, channel: { ...body.channel, name } };
    this.#byPlace.set(node.place, entry);
    // Of several names for one channel the first stands for references that lead to the channel itself.
    if (!this.#byPlace.has(end.place)) this.#byPlace.set(end.place, entry);
    return entry;
  }

  #findMessage(entry: ChannelEntry | undefined, item: Node): Message | undefined {
    const first = this.#reading.step(item, 'message');
    const content = first && readMessageContent(this.#reading, item);
    if (first === undefined || content === undefined) return undefined;
    if (entry === undefined) return usedAs(content, first.key, item);
    return entry.byPlace.get(first.place) ?? entry.byContent.get(content.node.place);
  }
}

function readBody(reading: Reading, node: Node): ChannelEntry {
  const byPlace = new Map<string, Message>();
  const byContent = new Map<string, Message>();
  for (const [key, at] of node.get('messages')?.entries() ?? []) {
    const content = readMessageContent(reading, at);
    if (content === undefined) continue;
    const message = usedAs(content, key, at);
    byPlace.set(at.place, message);
    if (!byContent.has(content.node.place)) byContent.set(content.node.place, message);
  }
  const address = node.string('address');
  visitDocumentation(reading, node);
  const channel: Channel = {
    location: node.location(),
    name: node.key,
    address,
    templateNames: templateNamesOf(address),
    title: node.string('title'),
    description: node.string('description') ?? node.string('summary'),
    parameters: readChannelParameters(reading, node.get('parameters')),
    messages: [...byPlace.values()],
    servers: serverNames(reading, node.get('servers')),
    bindings: readBindings(reading, node.get('bindings')),
    extensions: readExtensions(node),
  };
  return { channel, byPlace, byContent };
}
