import { eventRule } from './support/event-rule.ts';

const legalName = /^[A-Za-z0-9_-]+$/;

export const eventServerName = eventRule(
  {
    id: 'event-server-name',
    severity: 'error',
    summary: 'Names of servers consist of letters, digits, "_" and "-".',
    why: 'Channels refer to servers by name and tools make identifiers of it.',
    fix: 'Rename the server, and the references to it.',
    reference: 'AsyncAPI 2.6.0 and 3.0.0, Servers Object: ^[A-Za-z0-9_\\-]+$',
  },
  (document, report) => {
    for (const [name, node] of document.root.get('servers')?.entries() ?? []) {
      if (legalName.test(name)) continue;
      report({
        location: node.location('key'),
        message: `The server name ${JSON.stringify(name)} has characters other than letters, digits, "_" and "-". Rename it.`,
      });
    }
  },
);
