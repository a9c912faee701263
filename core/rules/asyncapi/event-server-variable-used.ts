import { eventRule } from './support/event-rule.ts';
import { templatesOf, variablesUsedBy } from './support/server-template.ts';

export const eventServerVariableUsed = eventRule(
  {
    id: 'event-server-variable-used',
    severity: 'warning',
    summary: 'Each variable of a server occurs in its URL.',
    why: 'A variable that the URL does not use has no effect. Most often it is a misspelt name.',
    fix: 'Use the variable in the URL as {name}, correct its name, or remove it.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Server Object, variables',
  },
  (document, report) => {
    for (const server of document.objects('server')) {
      const used = new Set(templatesOf(server).flatMap(variablesUsedBy));
      for (const [name, variable] of server.get('variables')?.entries() ?? []) {
        if (used.has(name) || name.startsWith('x-')) continue;
        report({
          location: variable.location('key'),
          message: `The variable ${JSON.stringify(name)} does not occur in the URL of the server. Use it as {${name}} or remove it.`,
        });
      }
    }
  },
);
