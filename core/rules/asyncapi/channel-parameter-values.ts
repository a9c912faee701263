import { reportOutsideEnum } from './support/enum-values.ts';
import { eventRule } from './support/event-rule.ts';

export const channelParameterValues = eventRule(
  {
    id: 'channel-parameter-values',
    only: '3.x',
    severity: 'error',
    summary: 'The default and the examples of a channel parameter are among its enum.',
    why: 'The enum limits what may be put into the address; a default outside of it leads to an address that does not exist.',
    fix: 'Add the value to the enum, or choose one of those that are there.',
    reference: 'AsyncAPI 3.0.0, Parameter Object, enum',
  },
  (document, report) => {
    for (const parameter of document.objects('parameter')) reportOutsideEnum(parameter, 'parameter', report);
  },
);
