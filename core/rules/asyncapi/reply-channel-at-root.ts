import { eventRule } from './support/event-rule.ts';
import { leadsToRoot, repliesOf } from './support/links.ts';

export const replyChannelAtRoot = eventRule(
  {
    id: 'reply-channel-at-root',
    only: '3.x',
    severity: 'error',
    summary: 'The reply to an operation of the document runs on a channel of the document.',
    why: 'Only the channels at the root are ones that the application uses; those under components are material.',
    fix: 'Refer to #/channels/<name>, and list the channel there if need be.',
    reference: 'AsyncAPI 3.0.0, Operation Reply Object, channel',
  },
  (document, report) => {
    for (const { node, isAtRoot } of repliesOf(document)) {
      const channel = node.get('channel');
      const reference = channel?.get('$ref');
      if (!isAtRoot || channel === undefined || typeof reference?.value !== 'string') continue;
      if (leadsToRoot(document, channel, 'channels')) continue;
      report({
        location: reference.location(),
        message: `${JSON.stringify(reference.value)} is not a channel at the root of the document. Refer to #/channels/<name>.`,
      });
    }
  },
);
