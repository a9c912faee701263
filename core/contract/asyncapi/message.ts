import type { Node } from '../../source/node.ts';
import type { Message } from '../model.ts';
import { readBindings } from './bindings.ts';
import { readExtensions, readTagNames, visitDocumentation } from './documentation.ts';
import { readMessageExamples } from './message-examples.ts';
import { readFormatted, readMultiFormat } from './payload.ts';
import type { Reading } from './reading.ts';
import { Traited, withTraits } from './traited.ts';

/** What a message is wherever it is used. */
export interface MessageContent extends Omit<Message, 'usedAt' | 'key' | 'name'> {
  /** Behind any reference. */
  readonly node: Node;
  readonly ownName: string | undefined;
  readonly messageId: string | undefined;
}

/** The message at `node`, read once behind its references and with its traits applied. */
export function readMessageContent(reading: Reading, node: Node): MessageContent | undefined {
  const message = reading.reach(node, 'message');
  if (message === undefined) return undefined;
  return reading.once('message', message, () => {
    const content = contentOf(reading, withTraits(reading, message, 'messageTrait'));
    reading.messages.push(usedAs(content, message.key, node));
    return content;
  });
}

/** The message as its user at `usedAt` knows it. */
export function usedAs(content: MessageContent, key: string, usedAt: Node): Message {
  const { node: _node, ownName, messageId, ...message } = content;
  return { ...message, usedAt: usedAt.location(), key, name: ownName ?? messageId ?? key };
}

/** Reads a trait that nothing may use: what it refers to and what its examples show counts all the same. */
export function readMessageTrait(reading: Reading, node: Node): void {
  const trait = reading.reach(node, 'messageTrait');
  if (trait === undefined) return;
  reading.messages.push(usedAs(contentOf(reading, new Traited(trait, [], reading)), trait.key, node));
}

function contentOf(reading: Reading, message: Traited): MessageContent {
  const headers = message.get('headers');
  const payload = message.get('payload');
  const correlationId = message.get('correlationId');
  const bindings = message.get('bindings');
  const format = message.string('schemaFormat');
  const body = reading.isV2 ? readFormatted(reading, payload, format) : readMultiFormat(reading, payload);
  visitDocumentation(reading, message.node);
  return {
    node: message.node,
    location: message.node.location(),
    ownName: message.string('name'),
    messageId: reading.isV2 ? message.string('messageId') : undefined,
    title: message.string('title'),
    summary: message.string('summary'),
    description: message.string('description'),
    contentType: message.string('contentType') ?? reading.defaultContentType,
    headers: (reading.isV2 ? readFormatted(reading, headers, undefined) : readMultiFormat(reading, headers)).schema,
    payload: body.schema,
    foreign: body.foreign,
    correlationId: correlationId && reading.reach(correlationId, 'correlationId')?.string('location'),
    examples: readMessageExamples(message.get('examples')),
    tags: readTagNames(reading, message.get('tags')),
    deprecated: message.flag('deprecated'),
    bindings: readBindings(reading, bindings),
    extensions: readExtensions(message),
  };
}
