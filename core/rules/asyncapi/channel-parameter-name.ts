import { eventRule } from './support/event-rule.ts';

const legalName = /^[A-Za-z0-9_-]+$/;

export const channelParameterName = eventRule(
  {
    id: 'channel-parameter-name',
    severity: 'error',
    summary: 'Names of channel parameters consist of letters, digits, "_" and "-".',
    why: 'The name stands inside the braces of the address, where other characters are operators or separators.',
    fix: 'Rename the parameter, here and in the address.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Parameters Object: ^[A-Za-z0-9_\\-]+$',
  },
  (document, report) => {
    for (const { parameters } of document.addressedChannels()) {
      for (const [name, node] of parameters?.entries() ?? []) {
        if (legalName.test(name)) continue;
        report({
          location: node.location('key'),
          message: `The parameter name ${JSON.stringify(name)} has characters other than letters, digits, "_" and "-". Rename it.`,
        });
      }
    }
  },
);
