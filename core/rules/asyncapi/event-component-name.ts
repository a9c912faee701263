import { eventRule } from './support/event-rule.ts';

const legalName = /^[a-zA-Z0-9.\-_]+$/;

export const eventComponentName = eventRule(
  {
    id: 'event-component-name',
    severity: 'error',
    summary: 'Names of components consist of letters, digits, ".", "-" and "_".',
    why: 'References name components in URI fragments, where other characters have to be escaped or mean something else.',
    fix: 'Rename the component, and the references to it.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Components Object: ^[a-zA-Z0-9\\.\\-_]+$',
  },
  (document, report) => {
    for (const [section, group] of document.root.get('components')?.entries() ?? []) {
      if (section.startsWith('x-')) continue;
      for (const [name, node] of group.entries()) {
        if (legalName.test(name)) continue;
        report({
          location: node.location('key'),
          message: `The name ${JSON.stringify(name)} under ${section} has characters other than letters, digits, ".", "-" and "_". Rename it.`,
        });
      }
    }
  },
);
