import { eventRule } from './support/event-rule.ts';
import { templatesOf, variablesUsedBy } from './support/server-template.ts';
import { quoteList } from './support/words.ts';

export const eventServerVariableDefined = eventRule(
  {
    id: 'event-server-variable-defined',
    severity: 'error',
    summary: 'The variables of a server name every variable of its URL.',
    why: 'Every name in braces is substituted by the value of a variable; without the variable the URL cannot be built.',
    fix: 'Add the variable, correct its name, or take it out of the URL.',
    reference: 'AsyncAPI 2.6.0, Server Object, url and variables; AsyncAPI 3.0.0, Server Object, host and pathname',
  },
  (document, report) => {
    for (const server of document.objects('server')) {
      const variables = server.get('variables');
      if (variables === undefined || !variables.isObject) continue;
      for (const template of templatesOf(server)) {
        const missing = variablesUsedBy(template).filter((name) => !variables.has(name));
        if (missing.length === 0) continue;
        report({
          location: template.location(),
          message: `The ${template.key} uses ${quoteList(missing)}, which the variables of the server do not define. Add ${missing.length === 1 ? 'it' : 'them'}.`,
        });
      }
    }
  },
);
