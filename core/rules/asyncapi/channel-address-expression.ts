import { eventRule } from './support/event-rule.ts';

export const channelAddressExpression = eventRule(
  {
    id: 'channel-address-expression',
    severity: 'error',
    summary: 'Each expression in a channel address is a name in braces.',
    why: 'A brace without its partner, or with nothing inside, stands for no parameter: nobody can tell the address of a message.',
    fix: 'Write every parameter as a name in one pair of braces, such as {userId}.',
    reference: 'AsyncAPI 2.6.0, Channels Object (RFC 6570); AsyncAPI 3.0.0, Channel Address Expressions',
  },
  (document, report) => {
    for (const { address, location } of document.addressedChannels()) {
      const problem = address.includes('{}') ? 'an expression without a name' : unbalanced(document.isV2, address);
      if (problem === undefined) continue;
      report({
        location,
        message: `The channel address ${JSON.stringify(address)} has ${problem}. Write parameters as {name}.`,
      });
    }
  },
);

/** The keys of 2.x are URI templates by their meta-schema already. */
function unbalanced(isV2: boolean, address: string): string | undefined {
  const rest = address.replaceAll(/\{[^{}]+\}/g, '');
  return !isV2 && /[{}]/.test(rest) ? 'a brace without its partner' : undefined;
}
