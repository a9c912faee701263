import type { EventContract, Message } from '../../core/contract/model.ts';

/** The messages without the traits that they share. */
export function messagesOf({ messages }: EventContract): readonly Message[] {
  return messages.filter(({ location }) => !/\/(messageTraits|traits)\//.test(location.pointer));
}
