import { reportOutsideEnum } from './support/enum-values.ts';
import { eventRule } from './support/event-rule.ts';

export const eventServerVariableValues = eventRule(
  {
    id: 'event-server-variable-values',
    severity: 'error',
    summary: 'The default and the examples of a server variable are among its enum.',
    why: 'The enum limits what may be put into the URL; a default outside of it leads to a server that does not exist.',
    fix: 'Add the value to the enum, or choose one of those that are there.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Server Variable Object, enum',
  },
  (document, report) => {
    for (const variable of document.objects('serverVariable')) reportOutsideEnum(variable, 'server variable', report);
  },
);
