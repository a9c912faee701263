import type { Message } from '../../../core/contract/model.ts';
import type { PlannedMessage } from '../../events/messages.ts';
import { comment } from '../../typescript/comment.ts';
import { stringLiteral } from '../../typescript/literal.ts';
import { fixedMembers } from './fixed-members.ts';
import { frameFormat } from './frame-format.ts';
import type { SocketContext } from './view.ts';

/** The message as it is received: its name and its payload. */
export function declareReceived(planned: PlannedMessage, context: SocketContext): string {
  const { message, label, types } = planned;
  return `${comment(aboutMessage(planned, context), { deprecated: message.deprecated })}export interface ${types.message} {
  readonly name: ${stringLiteral(label)};
  readonly payload: ${payloadType(message, context)};
}\n`;
}

function payloadType(message: Message, context: SocketContext): string {
  const format = frameFormat(message, context.contract.schemas);
  switch (format) {
    case 'json':
      return jsonType(message, context);
    case 'text':
      return 'string';
    case 'bytes':
      return 'Uint8Array<ArrayBuffer>';
    default:
      return format satisfies never;
  }
}

/** The parameter by which a message is given to be sent. */
export function payloadParameter({ message }: PlannedMessage, context: SocketContext): string {
  const { schemas } = context.contract;
  const format = frameFormat(message, schemas);
  if (format === 'text') return 'payload: string';
  if (format === 'bytes') {
    context.runtime.add('BinaryFrame');
    return 'payload: BinaryFrame';
  }
  const type = jsonType(message, context);
  const fixed = fixedMembers(message.payload, schemas);
  if (fixed === undefined) return `payload${type === 'unknown' ? '?' : ''}: ${type}`;
  context.runtime.add('Fixed');
  const names = Object.keys(fixed.values).map(stringLiteral).join(' | ');
  return `payload${fixed.isAll ? '?' : ''}: Fixed<${type}, ${names}>`;
}

function jsonType(message: Message, { payloadType, uses }: SocketContext): string {
  const name = payloadType(message);
  if (name === undefined) return 'unknown';
  uses.add(name);
  return name;
}

/** What the contract says about a message, or else about the operation that carries it. */
export function aboutMessage({ message, label }: PlannedMessage, { contract }: SocketContext): string {
  const operation = contract.operations.find(({ messages }) => messages.length === 1 && messages[0] === message);
  const own = [message.title, message.summary, message.description].map((text) => text?.trim());
  const told = own.some(Boolean) ? own : [operation?.summary, operation?.description].map((text) => text?.trim());
  return [...new Set(told)].filter(Boolean).join('\n\n') || `The message \`${label}\`.`;
}
