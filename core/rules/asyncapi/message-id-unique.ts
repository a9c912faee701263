import type { Node } from '../../source/node.ts';
import type { AsyncApiDocument } from './support/document.ts';
import { eventRule } from './support/event-rule.ts';

export const messageIdUnique = eventRule(
  {
    id: 'message-id-unique',
    only: '2.x',
    severity: 'error',
    summary: 'Each messageId is used once.',
    why: 'The messageId tells messages apart where several travel on one channel.',
    fix: 'Rename one of the two. A messageId in a trait gives its id to every message that lists the trait.',
    reference: 'AsyncAPI 2.6.0, Message Object, messageId',
  },
  (document, report) => {
    const seen = new Map<string, Node>();
    for (const message of document.objects('message')) {
      const id = idOf(document, message);
      if (id === undefined) continue;
      const at = message.get('messageId') ?? message;
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, at);
        continue;
      }
      report({
        location: at.location(),
        message: `The messageId ${JSON.stringify(id)} is already taken. Rename one of the two messages.`,
        related: [{ message: 'The first message with this id.', location: first.location() }],
      });
    }
  },
);

function idOf(document: AsyncApiDocument, message: Node): string | undefined {
  const traits = message.get('traits')?.items() ?? [];
  const ids = traits.flatMap((trait) => document.resolve(trait)?.string('messageId') ?? []);
  return ids.at(-1) ?? message.string('messageId');
}
