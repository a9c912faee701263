import { printData } from '../hono-server/print-data.ts';
import type { View } from '../render.ts';
import { comment } from '../typescript/comment.ts';
import { memberAccess } from '../typescript/names.ts';
import { messageData } from './message-data.ts';
import { printOperation } from './operation-data.ts';
import type { EventPlan } from './plan.ts';

/** What `messages.hbs` and `validators.hbs` say of each message. */
export function viewMessages({ messages, contract: { schemas }, data }: EventPlan): View[] {
  return messages.map((planned) => {
    const { constant, label, types } = planned;
    const room = 118 - `export const ${constant}: MessageSpec = `.length;
    return {
      doc: comment(`The message \`${label}\`.`),
      constant,
      data: printData(messageData(planned, { schemas, data }), room),
      type: types.message,
      validated: validated(constant, types.message),
    };
  });
}

/** The arguments of a message's validator, one a line where one line is too long. */
function validated(constant: string, type: string): string {
  const parts = ['schemas', memberAccess('messages', constant)];
  const line = `  ${constant}: new MessageValidator<${type}>(${parts.join(', ')}),`;
  return line.length <= 120 ? parts.join(', ') : `\n${parts.map((part) => `    ${part},\n`).join('')}  `;
}

/** What `operations.hbs` says of each operation. */
export function viewOperations({ operations, parameters, data }: EventPlan): View[] {
  return operations.map((planned) => {
    const { operation, channel, constant, name } = planned;
    return {
      doc: comment(operation?.summary ?? channel.title ?? `The operation \`${name}\`.`),
      constant,
      data: printOperation(planned, parameters.get(channel)?.list ?? [], data),
    };
  });
}
