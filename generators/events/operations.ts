import type { Channel, EventContract, EventOperation } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { functionName, NameScope, typeName } from '../typescript/names.ts';
import { unsupported } from '../unsupported.ts';
import type { PlannedMessage, PlannedMessages } from './messages.ts';
import { type Side, startsWithVerb, subjectOf } from './verbs.ts';

/** What travels on a channel in one go, with the names it has on either side. */
export interface PlannedOperation {
  /** As the contract calls it: the operation, or a channel that no operation uses. */
  readonly name: string;
  readonly channel: Channel;
  /** Undefined for a channel that no operation uses. */
  readonly operation: EventOperation | undefined;
  readonly messages: readonly PlannedMessage[];
  /** What else travels on the channel. */
  readonly others: readonly PlannedMessage[];
  /** Undefined where nothing answers. */
  readonly reply: readonly PlannedMessage[] | undefined;
  /** The constant that holds what the contract says about it. */
  readonly constant: string;
  /** The publisher's and the consumer's methods. */
  readonly send: string;
  readonly receive: string;
  readonly types: {
    readonly input: string;
    readonly message: string;
    readonly reply: string;
    readonly replyInput: string;
  };
}

export interface PlanContext {
  readonly messages: PlannedMessages;
  readonly scope: NameScope;
  readonly report: (diagnostic: Diagnostic) => void;
}

/**
 * Every operation, then the channels that no operation uses. A contract tells what one application does; whoever talks to
 * it does the opposite, so each operation has a side that sends and one that receives.
 */
export function planOperations(contract: EventContract, { messages, scope, report }: PlanContext): PlannedOperation[] {
  const used = new Set(contract.operations.flatMap(({ channel, reply }) => [channel, reply?.channel]));
  const idle = contract.channels.filter((channel) => !used.has(channel));
  const sources: readonly Source[] = [
    ...contract.operations.map((operation) => ({ ...operation, operation })),
    ...idle.map((channel) => ({ ...channel, channel, operation: undefined, reply: undefined })),
  ];
  // The file of the operations imports the messages under that name.
  const constants = new NameScope(['messages']);
  const [sends, receives] = [new NameScope(), new NameScope()];
  return sources.flatMap(({ name, channel, operation, location, messages: carried, reply }) => {
    if (carried.length === 0) {
      report(
        unsupported('operation', location, `${JSON.stringify(name)} has no message, so there is nothing to type.`),
      );
      return [];
    }
    const planned = carried.map(messages);
    const send = sends.unique(sideName(name, channel, 'send'));
    const receive = receives.unique(sideName(name, channel, 'receive'));
    return {
      ...{ name, channel, operation, send, receive },
      messages: planned,
      others: channel.messages.map(messages).filter((other) => !planned.includes(other)),
      reply: reply === undefined || reply.messages.length === 0 ? undefined : reply.messages.map(messages),
      constant: constants.unique(functionName(name)),
      types: {
        input: scope.unique(`${typeName(send)}Input`),
        message: scope.unique(`${typeName(receive)}Message`),
        reply: scope.unique(`${typeName(send)}Reply`),
        replyInput: scope.unique(`${typeName(receive)}Reply`),
      },
    };
  });
}

type Source = Pick<EventOperation, 'name' | 'channel' | 'location' | 'messages' | 'reply'> & {
  readonly operation: EventOperation | undefined;
};

/** The contract's name, when its verb suits the side; else `send` or `receive` before what remains without the verb. */
function sideName(name: string, channel: Channel, side: Side): string {
  const spoken = functionName(name).replace(/_$/, '');
  const subject = subjectOf(name);
  if (subject === undefined) return `${side}${bare(channel.name)}`;
  return startsWithVerb(spoken, side) ? spoken : `${side}${bare(subject)}`;
}

/** A channel may be called `/`, of which no name can be made. */
function bare(text: string): string {
  return /[\p{L}\p{Nd}]/u.test(text) ? typeName(text).replace(/_$/, '') : 'Message';
}
