import { comment } from '../typescript/comment.ts';
import { describeOperation } from './describe.ts';
import { printAlias, printArrow, printGeneric, printMethod } from './layout.ts';
import { outgoingType } from './message-types.ts';
import type { PlannedMessage } from './messages.ts';
import type { MethodContext } from './method-context.ts';
import type { PlannedOperation } from './operations.ts';
import { givenParameters } from './parameter-types.ts';

/** One method of the publisher, for `publisher.hbs`. */
export function viewSending(operation: PlannedOperation, context: MethodContext) {
  const { send, reply, types, constant } = operation;
  const input = printInput(operation, context);
  const answers = distinct((reply ?? []).map((message) => message.types.message));
  for (const answer of answers) context.uses.add(answer);
  const [only, ...others] = answers;
  const replyAlias =
    others.length > 0 ? `\n${comment(`What answers \`${send}\`.`)}${printAlias(types.reply, answers)}` : '';
  const answer = others.length > 0 ? types.reply : only;
  if (answer === undefined) context.runtime.add('Receipt');
  const call = answer === undefined ? 'sender.send' : `sender.request<${answer}>`;
  return {
    declarations: `${comment(`What \`${send}\` is given.`)}${input}${replyAlias}`,
    doc: comment(describeOperation(operation, 'send'), {
      indent: 2,
      deprecated: operation.operation?.deprecated ?? false,
    }),
    signature: printMethod(send, [`input: ${types.input}`], `Promise<${answer ?? 'Receipt'}>`, 2),
    entry: printArrow(`${send}: (input) =>`, `${call}(operations.${constant}, input)`, 4),
  };
}

function printInput(operation: PlannedOperation, context: MethodContext): string {
  const { messages, channel, types } = operation;
  const parameters = context.parametersOf(operation);
  const members: string[] = [];
  if (parameters !== undefined) {
    context.uses.add(parameters.name);
    members.push(givenParameters(parameters.name, parameters.list));
  }
  if (channel.address === undefined) members.push('readonly address: string');
  if (members.length === 0) return printMessages(types.input, messages, context);
  const start = `export type ${types.input} = {\n${members.map((member) => `  ${member};\n`).join('')}} & `;
  const [only = '', ...others] = messageUnion(messages, context, 115);
  if (others.length === 0) return `${start}${only};\n`;
  const line = `} & (${[only, ...others].join(' | ')});`;
  if (line.length <= 120 && !line.includes('\n')) return `${start}${line.slice('} & '.length)}\n`;
  const alternatives = [only, ...others].map((part) => `\n  | ${part.replaceAll('\n', '\n    ')}`).join('');
  return `${start}(${alternatives}\n);\n`;
}

/** Declares what is given for one of several messages, each by its name, or for the only one. */
export function printMessages(name: string, messages: readonly PlannedMessage[], context: MethodContext): string {
  const [only = '', ...others] = messageUnion(messages, context, 120 - `export type ${name} = ;`.length);
  if (others.length === 0) return `export type ${name} = ${only};\n`;
  return printAlias(name, messageUnion(messages, context, 115));
}

function messageUnion(messages: readonly PlannedMessage[], context: MethodContext, width: number): string[] {
  context.runtime.add('Outgoing');
  const several = new Set(messages).size > 1;
  if (several) context.runtime.add('Named');
  return distinct(
    messages.map((message) => {
      const type = outgoingType(message, context, width - (several ? 'Named<>'.length : 0));
      return several ? printGeneric('Named', [type], type.includes('\n') ? 0 : width) : type;
    }),
  );
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
