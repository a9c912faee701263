import type { PlannedOperation } from './operations.ts';

/** The doc comment of a method: what the contract says, and whose part it is. */
export function describeOperation({ operation, channel, name }: PlannedOperation, side: 'send' | 'receive'): string {
  const told =
    operation === undefined ? [channel.title, channel.description] : [operation.summary, operation.description];
  const where = channel.address === undefined ? 'an address that is known at run time' : `\`${channel.address}\``;
  const act = side === 'send' ? `Sends to ${where}` : `Receives from ${where}`;
  const part =
    operation === undefined || operation.action === side
      ? `${act}.`
      : `${act}: the other side of \`${name}\`, by which the described application ${operation.action === 'send' ? 'sends' : 'receives'}.`;
  return [...told.map((text) => text?.trim()).filter(Boolean), part].join('\n\n');
}
