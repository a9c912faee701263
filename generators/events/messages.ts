import type { EventContract, Message } from '../../core/contract/model.ts';
import { functionName, NameScope, typeName } from '../typescript/names.ts';
import { subjectOf } from './verbs.ts';

/** A message with the names it goes by in the generated code. */
export interface PlannedMessage {
  readonly message: Message;
  /** Tells the messages of the contract apart, as text. */
  readonly label: string;
  /** The constant that holds what the contract says about it. */
  readonly constant: string;
  readonly types: { readonly message: string; readonly payload: string; readonly headers: string };
}

export type PlannedMessages = (message: Message) => PlannedMessage;

/** Names every message that travels, in the order of the operations; one that several channels carry has one set of names. */
export function planMessages(contract: EventContract, scope: NameScope): PlannedMessages & Iterable<PlannedMessage> {
  const labels = new NameScope();
  const constants = new NameScope();
  const planned = new Map<string, PlannedMessage>();
  for (const { message, home } of travelling(contract)) {
    const place = placeOf(message);
    if (planned.has(place)) continue;
    const name = hasOwnName(message) ? message.name : home;
    const stem = typeName(name).replace(/(?<=.)Message$/, '');
    planned.set(place, {
      message,
      label: labels.unique(name),
      constant: constants.unique(functionName(name)),
      types: {
        message: scope.unique(`${stem}Message`),
        payload: scope.unique(`${stem}Payload`),
        headers: scope.unique(`${stem}Headers`),
      },
    });
  }
  const find = (message: Message): PlannedMessage => {
    const found = planned.get(placeOf(message));
    if (found === undefined) throw new Error(`The message ${message.name} was not planned`);
    return found;
  };
  return Object.assign(find, { [Symbol.iterator]: () => planned.values() });
}

/** In 2.x, a message without a name goes by where it stands: its index, or the kind of its operation. */
function hasOwnName({ name, key }: Message): boolean {
  return name !== key || !/^(?:\d+|publish|subscribe)$/.test(name);
}

function travelling(contract: EventContract): { readonly message: Message; readonly home: string }[] {
  const ofOperations = contract.operations.flatMap(({ name, channel, messages, reply }) =>
    [...messages, ...(reply?.messages ?? [])].map((message) => ({ message, home: subjectOf(name) ?? channel.name })),
  );
  const ofChannels = contract.channels.flatMap(({ name, messages }) =>
    messages.map((message) => ({ message, home: name })),
  );
  return [...ofOperations, ...ofChannels];
}

function placeOf({ location }: Message): string {
  return `${location.source.path}#${location.pointer}`;
}
