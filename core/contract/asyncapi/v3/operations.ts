import type { Node } from '../../../source/node.ts';
import type { EventOperation, Reply } from '../../model.ts';
import { readBindings } from '../bindings.ts';
import { readExtensions, readTagNames, visitDocumentation } from '../documentation.ts';
import type { Reading } from '../reading.ts';
import type { Security } from '../security.ts';
import { withTraits } from '../traited.ts';
import type { Channels } from './channels.ts';

/** An operation of a known action on a channel that exists; any other is left out. */
export function readOperation(
  reading: Reading,
  security: Security,
  channels: Channels,
  name: string,
  node: Node,
): EventOperation | undefined {
  const written = reading.reach(node, 'operation');
  if (written === undefined) return undefined;
  const body = reading.once('operation', written, () => bodyOf(reading, security, channels, written));
  return body && { ...body, name, operationId: name };
}

function bodyOf(
  reading: Reading,
  security: Security,
  channels: Channels,
  written: Node,
): Omit<EventOperation, 'name' | 'operationId'> | undefined {
  const operation = withTraits(reading, written, 'operationTrait');
  visitDocumentation(reading, written);
  const channelNode = written.get('channel');
  const entry = channelNode && channels.find(channelNode);
  const messages = channels.messagesOf(entry, written.get('messages'));
  const replyNode = operation.get('reply');
  const reply = replyNode && readReply(reading, channels, replyNode);
  const requirements = security.readRequirements(operation.get('security'));
  const bindings = readBindings(reading, operation.get('bindings'));
  const action = written.string('action');
  if (entry === undefined || (action !== 'send' && action !== 'receive')) return undefined;
  return {
    location: written.location(),
    action,
    channel: entry.channel,
    messages,
    summary: operation.string('summary'),
    description: operation.string('description'),
    tags: readTagNames(reading, operation.get('tags')),
    security: requirements,
    reply,
    bindings,
    deprecated: operation.flag('deprecated'),
    extensions: readExtensions(operation),
  };
}

export function readReply(reading: Reading, channels: Channels, node: Node): Reply | undefined {
  const reply = reading.reach(node, 'reply');
  if (reply === undefined) return undefined;
  const address = reply.get('address');
  const channel = reply.get('channel');
  const entry = channel && channels.find(channel);
  return {
    location: reply.location(),
    address: address && reading.reach(address, 'replyAddress')?.string('location'),
    channel: entry?.channel,
    messages: channels.messagesOf(entry, reply.get('messages')),
  };
}
