import { eventRule } from './support/event-rule.ts';
import { repliesOf } from './support/links.ts';

export const replyAddressAlone = eventRule(
  {
    id: 'reply-address-alone',
    only: '3.x',
    severity: 'error',
    summary: 'A reply with an address goes to a channel without one.',
    why: 'The address of a reply is known only when the request arrives. With a second, fixed one on the channel nobody can tell where the reply goes.',
    fix: 'Leave the address of the channel out or set it to null, or remove the address of the reply.',
    reference: 'AsyncAPI 3.0.0, Operation Reply Object, channel',
  },
  (document, report) => {
    for (const { node } of repliesOf(document)) {
      const address = node.get('address');
      const channel = node.get('channel');
      const fixed = channel && document.resolve(channel)?.get('address');
      if (address === undefined || typeof fixed?.value !== 'string') continue;
      report({
        location: address.location(),
        message: `The reply has an address, but its channel has the address ${JSON.stringify(fixed.value)} already. Remove one of the two.`,
        related: [{ message: 'The address of the channel.', location: fixed.location() }],
      });
    }
  },
);
