import { eventRule } from './support/event-rule.ts';
import { leadsToRoot } from './support/links.ts';

export const channelServerAtRoot = eventRule(
  {
    id: 'channel-server-at-root',
    only: '3.x',
    severity: 'error',
    summary: 'The servers of a channel are those of the document.',
    why: 'Only the servers at the root are ones that the application connects to; those under components are material.',
    fix: 'Refer to #/servers/<name>, and add the server there if need be.',
    reference: 'AsyncAPI 3.0.0, Channel Object, servers',
  },
  (document, report) => {
    // A channel under components, to which an entry here may refer, is free to name any server.
    for (const [, channel] of document.root.get('channels')?.entries() ?? []) {
      for (const server of channel.get('servers')?.items() ?? []) {
        const reference = server.get('$ref');
        if (reference === undefined || leadsToRoot(document, server, 'servers')) continue;
        report({
          location: reference.location(),
          message: `${JSON.stringify(reference.value)} is not a server at the root of the document. Refer to #/servers/<name>.`,
        });
      }
    }
  },
);
