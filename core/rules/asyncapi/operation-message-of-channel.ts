import { eventRule } from './support/event-rule.ts';
import { operationsOf, strayMessages } from './support/links.ts';

export const operationMessageOfChannel = eventRule(
  {
    id: 'operation-message-of-channel',
    only: '3.x',
    severity: 'error',
    summary: 'The messages of an operation are messages of its channel.',
    why: 'A channel lists all that travels on it. A message from elsewhere, even of the same content, is not on that list.',
    fix: 'Refer to #/channels/<channel>/messages/<name>, and add the message to the channel if need be.',
    reference: 'AsyncAPI 3.0.0, Operation Object, messages',
  },
  (document, report) => {
    for (const { node } of operationsOf(document)) {
      for (const message of strayMessages(document, node)) {
        const reference = message.get('$ref') ?? message;
        report({
          location: reference.location(),
          message: `${JSON.stringify(reference.value)} is not a message of the channel of this operation. Refer to one under its messages.`,
        });
      }
    }
  },
);
