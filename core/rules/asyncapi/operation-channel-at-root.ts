import { eventRule } from './support/event-rule.ts';
import { leadsToRoot, operationsOf } from './support/links.ts';

export const operationChannelAtRoot = eventRule(
  {
    id: 'operation-channel-at-root',
    only: '3.x',
    severity: 'error',
    summary: 'An operation of the document runs on a channel of the document.',
    why: 'Only the channels at the root are ones that the application uses; those under components are material, and may be used under several names.',
    fix: 'Refer to #/channels/<name>, and list the channel there if need be.',
    reference: 'AsyncAPI 3.0.0, Operation Object, channel',
  },
  (document, report) => {
    for (const { node, isAtRoot } of operationsOf(document)) {
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
