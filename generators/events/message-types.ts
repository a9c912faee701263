import type { Message } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { comment } from '../typescript/comment.ts';
import { stringLiteral } from '../typescript/literal.ts';
import {
  type ContractTypes,
  layoutMembers,
  layoutType,
  placeOfAlias,
  printType,
  type TypeNode,
  usedTypeOf,
  word,
} from '../typescript/types/index.ts';
import { unsupported } from '../unsupported.ts';
import { messageDefaults } from './cloud-event-defaults.ts';
import { printGeneric } from './layout.ts';
import type { PlannedMessage } from './messages.ts';
import { payloadFormat } from './payload-format.ts';

export interface MessageTypeContext {
  readonly types: ContractTypes;
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  /** Collects the names that the declarations mention. */
  readonly uses: Set<string>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Declares a message, and its payload and headers where they have no name yet. */
export function declareMessage(planned: PlannedMessage, context: MessageTypeContext): string[] {
  const { message, label, types } = planned;
  reportLosses(message, context);
  const payload = namePart(payloadType(message, context), types.payload, `The payload of \`${label}\`.`);
  const headers = namePart(headersType(message, context), types.headers, `The headers of \`${label}\`.`);
  const told = [message.title, message.summary, message.description].map((text) => text?.trim());
  const about = told.filter(Boolean).join('\n\n');
  return [
    ...payload.declarations,
    ...headers.declarations,
    `${comment(about || `The message \`${label}\`.`, { deprecated: message.deprecated })}export interface ${types.message} {
  readonly name: ${stringLiteral(label)};
  readonly payload: ${payload.text};
  readonly headers: ${headers.text};
}\n`,
  ];
}

/** What a sender of the message is asked for: the message without what is filled in. */
export function outgoingType({ message, types }: PlannedMessage, context: MessageTypeContext, width: number): string {
  const { payloadDefaults = {}, headerDefaults = {} } = messageDefaults(message, context.schemas);
  const keySchema = message.bindings.get('kafka')?.schemas.get('key');
  const key = keySchema === undefined ? undefined : printType(keySchema, context.types.context('output', context.uses));
  context.uses.add(types.message);
  const filled = [payloadDefaults, headerDefaults].map((defaults) => unionOf(Object.keys(defaults)));
  const parameters = [types.message, ...filled, ...(key === undefined ? [] : [key])];
  while (parameters.length > 1 && parameters.at(-1) === 'never') parameters.pop();
  return printGeneric('Outgoing', parameters, width);
}

function payloadType(message: Message, { types, schemas, uses }: MessageTypeContext): TypeNode {
  const format = payloadFormat(message, schemas);
  if (format === 'bytes') return word('Uint8Array');
  if (message.payload === undefined) return word(format === 'text' ? 'string' : 'unknown');
  return usedTypeOf(message.payload, types.context('output', uses));
}

function headersType({ headers }: Message, { types, uses }: MessageTypeContext): TypeNode {
  return headers === undefined
    ? word('Readonly<Record<string, string>>')
    : usedTypeOf(headers, types.context('output', uses));
}

/** A name, a keyword or a list of them stays where it is used; anything longer is declared. */
function namePart(type: TypeNode, name: string, about: string): { text: string; declarations: string[] } {
  const text = layoutType(type, placeOfAlias(name));
  if (!/[{}|&\n]/.test(text)) return { text, declarations: [] };
  const gap = text.startsWith('\n') ? '' : ' ';
  const declaration =
    type.kind === 'object' && type.members.length > 0
      ? `export interface ${name} {\n${layoutMembers(type.members, type.index)}}\n`
      : `export type ${name} =${gap}${text};\n`;
  return { text: name, declarations: [`${comment(about)}${declaration}`] };
}

function unionOf(names: readonly string[]): string {
  return names.length === 0 ? 'never' : names.map(stringLiteral).join(' | ');
}

function reportLosses(message: Message, { schemas, report }: MessageTypeContext): void {
  const { foreign, name, contentType, location } = message;
  if (foreign !== undefined) {
    const text = `The payload of ${JSON.stringify(name)} is described in ${foreign.format}, of which no type can be printed, so it is unknown. Describe it in JSON Schema, or give a codec and check its values yourself.`;
    report(unsupported('schema-format', foreign.location, text));
  } else if (payloadFormat(message, schemas) === 'codec') {
    const text = `The generated code does not read ${contentType}. Give a codec for it in the option "codecs".`;
    report(unsupported('content-type', location, text, 'info'));
  }
}
