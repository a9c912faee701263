import { templateNamesOf } from '../../contract/asyncapi/parameters.ts';
import { eventRule } from './support/event-rule.ts';

export const channelParameterInAddress = eventRule(
  {
    id: 'channel-parameter-in-address',
    severity: 'error',
    summary: 'Each parameter of a channel occurs in its address.',
    why: 'A parameter that the address does not use has no place where its value could go. Most often it is a misspelt name.',
    fix: 'Write the parameter into the address as {name}, correct its name, or remove it.',
    reference:
      'AsyncAPI 2.6.0 and 3.0.0, Parameters Object: the key "MUST match the parameter name used in the parent channel"',
  },
  (document, report) => {
    for (const { address, parameters } of document.addressedChannels()) {
      const used = new Set(templateNamesOf(address));
      for (const [name, node] of parameters?.entries() ?? []) {
        if (used.has(name) || name.startsWith('x-')) continue;
        const where = address === '' ? 'the channel, which has no address' : `the address ${JSON.stringify(address)}`;
        report({
          location: node.location('key'),
          message: `The parameter ${JSON.stringify(name)} does not occur in ${where}. Write it there as {${name}} or remove it.`,
        });
      }
    }
  },
);
