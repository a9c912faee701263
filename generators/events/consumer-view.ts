import { comment } from '../typescript/comment.ts';
import { describeOperation } from './describe.ts';
import { printAlias, printArrow, printMethod } from './layout.ts';
import type { MethodContext } from './method-context.ts';
import type { PlannedOperation } from './operations.ts';
import { printMessages } from './publisher-view.ts';

/** One method of the consumer, for `consumer.hbs`. */
export function viewReceiving(operation: PlannedOperation, context: MethodContext) {
  const { receive, messages, reply, types, constant, channel } = operation;
  const received = [...new Set(messages.map((message) => message.types.message))];
  for (const name of received) context.uses.add(name);
  const declarations: string[] = [];
  if (received.length > 1) {
    const about = comment(`What the handler of \`${receive}\` is called with.`);
    declarations.push(`${about}${printAlias(types.message, received)}`);
  }
  const message = received.length > 1 ? types.message : received.join('');
  if (reply !== undefined) {
    const about = comment(`What the handler of \`${receive}\` answers with.`);
    declarations.push(`${about}${printMessages(types.replyInput, reply, context)}`);
  }
  const address = context.parametersOf(operation);
  if (address !== undefined) context.uses.add(address.name);
  const parameters = [
    message,
    ...(reply === undefined ? [] : [types.replyInput]),
    ...(address === undefined ? [] : [address.name]),
  ];
  const handler = reply === undefined ? 'Handler' : 'Responder';
  context.runtime.add(handler).add('ReceiveOptions').add('Subscription');
  const options = channel.address === undefined ? 'ReceiveOptions & { readonly address: string }' : 'ReceiveOptions';
  return {
    declarations: declarations.join('\n'),
    doc: comment(describeOperation(operation, 'receive'), {
      indent: 2,
      deprecated: operation.operation?.deprecated ?? false,
    }),
    signature: printMethod(
      receive,
      [
        `handler: ${handler}<${parameters.join(', ')}>`,
        `${channel.address === undefined ? 'options' : 'options?'}: ${options}`,
      ],
      'Promise<Subscription>',
      2,
    ),
    entry: printArrow(
      `${receive}: (handler, options) =>`,
      `receiver.${reply === undefined ? 'receive' : 'respond'}(operations.${constant}, handler, options)`,
      4,
    ),
  };
}
