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
      access: memberAccess('messages', constant),
      type: types.message,
    };
  });
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
