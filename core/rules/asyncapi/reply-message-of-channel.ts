import { eventRule } from './support/event-rule.ts';
import { repliesOf, strayMessages } from './support/links.ts';

export const replyMessageOfChannel = eventRule(
  {
    id: 'reply-message-of-channel',
    only: '3.x',
    severity: 'error',
    summary: 'The messages of a reply are messages of its channel.',
    why: 'A channel lists all that travels on it. A message from elsewhere, even of the same content, is not on that list.',
    fix: 'Refer to #/channels/<channel>/messages/<name>, and add the message to the channel if need be.',
    reference: 'AsyncAPI 3.0.0, Operation Reply Object, messages',
  },
  (document, report) => {
    for (const { node } of repliesOf(document)) {
      for (const message of strayMessages(document, node)) {
        const reference = message.get('$ref') ?? message;
        report({
          location: reference.location(),
          message: `${JSON.stringify(reference.value)} is not a message of the channel of this reply. Refer to one under its messages.`,
        });
      }
    }
  },
);
