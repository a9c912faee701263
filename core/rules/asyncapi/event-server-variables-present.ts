import { eventRule } from './support/event-rule.ts';
import { templatesOf, variablesUsedBy } from './support/server-template.ts';
import { quoteList } from './support/words.ts';

export const eventServerVariablesPresent = eventRule(
  {
    id: 'event-server-variables-present',
    severity: 'warning',
    summary: 'A server whose URL has variables describes them.',
    why: 'Without variables nobody knows what to put in place of the names in braces.',
    fix: 'Add variables with an entry for each name in braces.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Server Object, variables',
  },
  (document, report) => {
    for (const server of document.objects('server')) {
      if (server.has('variables')) continue;
      for (const template of templatesOf(server)) {
        const names = variablesUsedBy(template);
        if (names.length === 0) continue;
        report({
          location: template.location(),
          message: `The server has no variables, but its ${template.key} uses ${quoteList(names)}. Describe ${names.length === 1 ? 'it' : 'them'} under variables.`,
        });
      }
    }
  },
);
