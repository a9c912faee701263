import { eventRule } from './support/event-rule.ts';

export const channelAddressPlain = eventRule(
  {
    id: 'channel-address-plain',
    severity: 'error',
    summary: 'A channel address has neither a query nor a fragment.',
    why: 'Addresses are topic names and routing keys as well as paths. What comes after "?" or "#" means something to some protocols and nothing, or something else, to others.',
    fix: 'Take the part after "?" or "#" out of the address and describe it in the bindings of the channel.',
    reference: 'AsyncAPI 2.6.0, Channels Object; AsyncAPI 3.0.0, Channel Object, address',
  },
  (document, report) => {
    for (const { address, location } of document.addressedChannels()) {
      const mark = /[?#]/.exec(address)?.[0];
      if (mark === undefined) continue;
      const part = mark === '?' ? 'a query' : 'a fragment';
      report({
        location,
        message: `The channel address ${JSON.stringify(address)} contains "${mark}", which starts ${part}. Describe it in the bindings of the channel instead.`,
      });
    }
  },
);
