import { templateNamesOf } from '../../contract/asyncapi/parameters.ts';
import { eventRule } from './support/event-rule.ts';
import { quoteList } from './support/words.ts';

export const channelParametersPresent = eventRule(
  {
    id: 'channel-parameters-present',
    severity: 'warning',
    summary: 'A channel whose address has parameters describes them.',
    why: 'Without a description the parameters of an address are only names: tools cannot type them and readers have to guess.',
    fix: 'Add parameters with an entry for each name in braces.',
    reference: 'AsyncAPI 2.6.0, Channel Item Object; AsyncAPI 3.0.0, Channel Object, parameters',
  },
  (document, report) => {
    for (const { address, location, parameters } of document.addressedChannels()) {
      const names = [...new Set(templateNamesOf(address))].filter((name) => name !== '');
      if (parameters !== undefined || names.length === 0) continue;
      report({
        location,
        message: `The channel has no parameters, but its address uses ${quoteList(names)}. Describe ${names.length === 1 ? 'it' : 'them'} under parameters.`,
      });
    }
  },
);
