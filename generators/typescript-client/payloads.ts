import type { EventContract, Message } from '../../core/contract/model.ts';
import { comment } from '../typescript/comment.ts';
import { type NameScope, typeName } from '../typescript/names.ts';
import { type ContractTypes, printType } from '../typescript/types/index.ts';

export interface Payloads {
  readonly declarations: readonly string[];
  /** Names that the declarations need from elsewhere. */
  readonly imports: ReadonlySet<string>;
}

/** A type for the payload of each message, in document order; a message that several channels carry has one. */
export function printPayloads(contract: EventContract, types: ContractTypes, scope: NameScope): Payloads {
  const uses = new Set<string>();
  const declarations = distinctMessages(contract).flatMap((message) => {
    if (message.payload === undefined) return [];
    const name = scope.unique(typeName(`${message.name} payload`));
    const about = message.description ?? message.summary ?? message.title;
    const text = printType(message.payload, types.context('output', uses));
    const gap = text.startsWith('\n') ? '' : ' ';
    return [`${comment(about, { deprecated: message.deprecated })}export type ${name} =${gap}${text};\n`];
  });
  return { declarations, imports: new Set([...uses].filter((used) => used === types.names.binary)) };
}

function distinctMessages(contract: EventContract): Message[] {
  const seen = new Set<string>();
  return contract.channels
    .flatMap((channel) => channel.messages)
    .filter(({ location }) => {
      const place = `${location.source.path}#${location.pointer}`;
      if (seen.has(place)) return false;
      seen.add(place);
      return true;
    });
}
