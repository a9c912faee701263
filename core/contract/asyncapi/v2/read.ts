import type { Node } from '../../../source/node.ts';
import type { Channel, EventOperation } from '../../model.ts';
import type { Reading } from '../reading.ts';
import type { Security } from '../security.ts';
import { readChannel } from './channels.ts';

/** The channels and operations of a 2.x document, and how to read those under `components`. */
export function readChannelsV2(reading: Reading, security: Security) {
  const channels: Channel[] = [];
  const operations: EventOperation[] = [];
  for (const [address, node] of reading.context.root.get('channels')?.entries() ?? []) {
    const read = readChannel(reading, security, address, node);
    if (read === undefined) continue;
    channels.push(read.channel);
    operations.push(...read.operations);
  }
  const visit = (section: string, name: string, node: Node): void => {
    if (section === 'channels') readChannel(reading, security, name, node);
  };
  return { channels, operations, visit };
}
