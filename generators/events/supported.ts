import type { EventContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { unsupported } from '../unsupported.ts';

/** Replies travel as the broker carries them back to whoever asked, not over a channel that others could listen to. */
export function repliesElsewhere({ operations }: EventContract): Diagnostic[] {
  return operations.flatMap(({ name, reply }) => {
    if (reply?.channel?.address === undefined || reply.messages.length === 0) return [];
    const message = `The reply to ${JSON.stringify(name)} goes to whoever asked, by the broker's own means, and not to the channel ${JSON.stringify(reply.channel.address)}. To listen to that channel, describe an operation on it.`;
    return [unsupported('reply-channel', reply.location, message, 'info')];
  });
}
