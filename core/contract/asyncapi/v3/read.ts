import type { Node } from '../../../source/node.ts';
import type { Reading } from '../reading.ts';
import type { Security } from '../security.ts';
import { Channels } from './channels.ts';
import { readOperation, readReply } from './operations.ts';

/** The channels and operations of a 3.x document, and how to read those under `components`. */
export function readChannelsV3(reading: Reading, security: Security) {
  const { root } = reading.context;
  const found = new Channels(reading);
  const channels = (root.get('channels')?.entries() ?? []).flatMap(
    ([name, node]) => found.read(name, node)?.channel ?? [],
  );
  const operations = (root.get('operations')?.entries() ?? []).flatMap(
    ([name, node]) => readOperation(reading, security, found, name, node) ?? [],
  );
  const visit = (section: string, name: string, node: Node): void => {
    if (section === 'channels') found.find(node);
    else if (section === 'operations') readOperation(reading, security, found, name, node);
    else if (section === 'replies') readReply(reading, found, node);
  };
  return { channels, operations, visit };
}
