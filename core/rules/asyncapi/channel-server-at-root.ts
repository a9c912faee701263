import { identityOf } from '../../contract/references.ts';
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
    const entries = document.root.get('channels')?.entries() ?? [];
    const channels = new Map(
      entries.flatMap(([, node]) => {
        const channel = document.resolve(node);
        // A channel under components may refer to any server, whoever uses it.
        return channel === undefined || channel.pointer.startsWith('/components/')
          ? []
          : [[identityOf(channel), channel]];
      }),
    );
    for (const channel of channels.values()) {
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
