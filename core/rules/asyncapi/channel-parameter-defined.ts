import { templateNamesOf } from '../../contract/asyncapi/parameters.ts';
import { eventRule } from './support/event-rule.ts';
import { quoteList } from './support/words.ts';

export const channelParameterDefined = eventRule(
  {
    id: 'channel-parameter-defined',
    severity: 'error',
    summary: 'The parameters of a channel name every parameter of its address.',
    why: 'Whoever fills in the address has to know what each name in braces stands for; a map that has only some of them is read as complete. A channel that describes none of them breaks no rule, so that is a warning.',
    fix: 'Add the missing parameters, or take them out of the address.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Parameters Object: "This map MUST contain all the parameters used"',
  },
  (document, report) => {
    for (const { address, location, parameters } of document.addressedChannels()) {
      const names = [...new Set(templateNamesOf(address))].filter((name) => name !== '');
      const missing = names.filter((name) => !parameters?.has(name));
      if (missing.length === 0 || parameters?.isObject === false) continue;
      const them = missing.length === 1 ? 'it' : 'them';
      if (parameters === undefined) {
        report({
          severity: 'warning',
          location,
          message: `The channel has no parameters, but its address uses ${quoteList(missing)}. Describe ${them} under parameters.`,
        });
      } else {
        report({
          location: parameters.location('key'),
          message: `The address ${JSON.stringify(address)} uses ${quoteList(missing)}, which the parameters here do not define. Add ${them}.`,
        });
      }
    }
  },
);
