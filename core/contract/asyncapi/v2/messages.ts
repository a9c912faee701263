import type { Node } from '../../../source/node.ts';
import type { Message } from '../../model.ts';

import { readMessageContent, usedAs } from '../message.ts';
import type { Reading } from '../reading.ts';

export interface Found {
  /** One text for each message, however often it is referred to. */
  readonly place: string;
  readonly message: Message;
}

/** The messages of one operation: its `message`, or each of the `oneOf` in it. */
export function readMessages(reading: Reading, operation: Node | undefined, verb: string): readonly Found[] {
  const node = operation?.get('message');
  if (node === undefined) return [];
  const alternatives = alternativesOf(reading, node, new Set());
  return alternatives.flatMap((alternative, i) => {
    const fallback = alternatives.length === 1 ? verb : `${verb}.${i}`;
    return readOne(reading, alternative, fallback) ?? [];
  });
}

function readOne(reading: Reading, node: Node, fallback: string): Found | undefined {
  const content = readMessageContent(reading, node);
  if (content === undefined) return undefined;
  const component = content.node.parent?.key === 'messages' ? content.node.key : undefined;
  const key = content.messageId ?? content.ownName ?? component ?? fallback;
  return { place: content.node.place, message: usedAs(content, key, node) };
}

/** `oneOf` may nest and may lead, by reference, back to where it came from. */
function alternativesOf(reading: Reading, node: Node, passed: Set<string>): Node[] {
  const end = reading.context.references.follow(node, 'message');
  const list = end?.get('oneOf');
  if (end === undefined || list === undefined) return [node];
  const { place } = end;
  if (passed.has(place)) return [];
  passed.add(place);
  return list.items().flatMap((item) => alternativesOf(reading, item, passed));
}
