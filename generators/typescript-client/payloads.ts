import type { EventContract, Message } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { comment } from '../typescript/comment.ts';
import { type NameScope, typeName } from '../typescript/names.ts';
import { type ContractTypes, placeOfAlias, printType } from '../typescript/types/index.ts';
import { unsupported } from '../unsupported.ts';

export interface Payloads {
  readonly declarations: readonly string[];
  /** Names that the declarations need from elsewhere. */
  readonly imports: ReadonlySet<string>;
  /** The name of the type of a message's payload. */
  nameOf(message: Message): string | undefined;
}

export const noPayloads: Payloads = { declarations: [], imports: new Set(), nameOf: () => undefined };

export interface PayloadContext {
  readonly types: ContractTypes;
  readonly scope: NameScope;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A type for the payload of each message, in document order; a message that several channels carry has one. */
export function printPayloads(contract: EventContract, { types, scope, report }: PayloadContext): Payloads {
  const uses = new Set<string>();
  const names = new Map<string, string>();
  const declarations = distinctMessages(contract).flatMap((message) => {
    if (message.foreign !== undefined) report(foreignPayload(message.name, message.foreign));
    if (message.payload === undefined) return [];
    const name = scope.unique(typeName(`${message.name} payload`));
    names.set(placeOf(message), name);
    const about = message.description ?? message.summary ?? message.title;
    const text = printType(message.payload, types.context('output', uses), placeOfAlias(name));
    const gap = text.startsWith('\n') ? '' : ' ';
    return [`${comment(about, { deprecated: message.deprecated })}export type ${name} =${gap}${text};\n`];
  });
  const imports = new Set([...uses].filter((used) => used === types.names.binary));
  return { declarations, imports, nameOf: (message) => names.get(placeOf(message)) };
}

function foreignPayload(message: string, { format, location }: NonNullable<Message['foreign']>): Diagnostic {
  const text = `The payload of "${message}" is described in ${format}, of which no type can be printed. Describe it in JSON Schema, or generate its type with the tools of that format.`;
  return unsupported('schema-format', location, text);
}

function distinctMessages(contract: EventContract): Message[] {
  const seen = new Set<string>();
  return contract.channels
    .flatMap((channel) => channel.messages)
    .filter((message) => {
      const place = placeOf(message);
      if (seen.has(place)) return false;
      seen.add(place);
      return true;
    });
}

function placeOf({ location }: Message): string {
  return `${location.source.path}#${location.pointer}`;
}
