import { eventRule } from './support/event-rule.ts';
import { templatesOf, variablesUsedBy } from './support/server-template.ts';
import { quoteList } from './support/words.ts';

export const eventServerVariableDefined = eventRule(
  {
    id: 'event-server-variable-defined',
    severity: 'error',
    summary: 'The variables of a server name every variable of its URL.',
    why: 'Every name in braces is substituted by the value of a variable; without the variable the URL cannot be built. A server that describes none of them breaks no rule, so that is a warning.',
    fix: 'Add the variable, correct its name, or take it out of the URL.',
    reference: 'AsyncAPI 2.6.0, Server Object, url and variables; AsyncAPI 3.0.0, Server Object, host and pathname',
  },
  (document, report) => {
    for (const server of document.objects('server')) {
      const variables = server.get('variables');
      if (variables?.isObject === false) continue;
      for (const template of templatesOf(server)) {
        const missing = variablesUsedBy(template).filter((name) => !variables?.has(name));
        if (missing.length === 0) continue;
        const them = missing.length === 1 ? 'it' : 'them';
        const location = template.location();
        const uses = `The ${template.key} uses ${quoteList(missing)}`;
        if (variables === undefined) {
          const message = `${uses}, but the server has no variables. Describe ${them} under variables.`;
          report({ severity: 'warning', location, message });
        } else {
          const message = `${uses}, which the variables of the server do not define. Add ${them}.`;
          report({ location, message });
        }
      }
    }
  },
);
