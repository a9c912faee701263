import { eventRule } from './support/event-rule.ts';

export const channelServerDefined = eventRule(
  {
    id: 'channel-server-defined',
    only: '2.x',
    severity: 'error',
    summary: 'The servers of a channel are servers of the document.',
    why: 'A channel on a server that nobody describes cannot be reached.',
    fix: 'Correct the name, or add the server under servers.',
    reference: 'AsyncAPI 2.6.0, Channel Item Object, servers',
  },
  (document, report) => {
    const servers = document.root.get('servers');
    for (const channel of document.objects('channel')) {
      for (const name of channel.get('servers')?.items() ?? []) {
        if (typeof name.value !== 'string' || servers?.has(name.value)) continue;
        report({
          location: name.location(),
          message: `The document has no server named ${JSON.stringify(name.value)}. Correct the name or add the server under servers.`,
        });
      }
    }
  },
);
