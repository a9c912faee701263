import type { Channel, EventContract, EventOperation, Message } from '../../core/contract/model.ts';
import type { Reference } from '../reference/reference.ts';
import { noView } from '../reference/schema-view.ts';
import { fieldItem, lineOf, membersOf } from './fields.ts';
import { bindingsText, deprecation, extensionsText, heading, securityLine, stack } from './parts.ts';
import { prose } from './prose.ts';
import { code, codeBlock, escapeLine } from './text.ts';

export function channelText(channel: Channel, reference: Reference<EventContract>): string {
  const { address, title, name, description, servers, parameters, messages } = channel;
  const operations = reference.contract.operations.filter((operation) => operation.channel === channel);
  return stack(
    heading(3, title ?? name, reference.anchors.of(channel)),
    address === undefined ? 'The address is known at run time only.' : code(address),
    prose(description),
    servers.length === 0 ? '' : `On ${servers.map(code).join(', ')}.`,
    parameters.length === 0 ? '' : '#### Parameters',
    parameters
      .map((parameter) => {
        const view = parameter.schema === undefined ? noView : reference.views.used(parameter.schema);
        const described = parameter.description ?? view.description;
        return fieldItem(
          { ...view, name: parameter.name, kind: 'member', required: true, description: described },
          reference,
        );
      })
      .join('\n'),
    operations.length > 0 || messages.length === 0 ? '' : `Messages: ${links(messages, reference)}.`,
    bindingsText(channel.bindings, reference),
    extensionsText(channel.extensions),
    ...operations.map((operation) => operationText(operation, reference)),
  );
}

function operationText(operation: EventOperation, reference: Reference): string {
  const { action, name, summary, description, messages, reply, security, bindings, extensions } = operation;
  const replyParts = [
    reply === undefined || reply.messages.length === 0 ? '' : links(reply.messages, reference),
    reply?.channel === undefined
      ? ''
      : `on [${escapeLine(reply.channel.name)}](#${reference.anchors.of(reply.channel)})`,
    reply?.address === undefined ? '' : `to ${code(reply.address)}`,
  ];
  return stack(
    heading(4, `${action === 'send' ? 'Send' : 'Receive'} ${name}`, reference.anchors.of(operation)),
    deprecation(operation),
    summary === undefined ? '' : escapeLine(summary),
    prose(description, 5),
    messages.length === 0 ? '' : `Messages: ${links(messages, reference)}.`,
    reply === undefined ? '' : `Reply: ${replyParts.filter((part) => part !== '').join(' ')}.`,
    securityLine(security, reference),
    bindingsText(bindings, reference),
    extensionsText(extensions),
  );
}

export function messageText(message: Message, reference: Reference): string {
  const { title, name, summary, description, contentType, headers, payload, foreign, correlationId, examples } =
    message;
  const body = payload === undefined ? undefined : reference.views.used(payload);
  const made = payload === undefined || examples.length > 0 ? undefined : reference.samples.sample(payload, 'output');
  return stack(
    heading(3, title ?? name, reference.anchors.of(message)),
    `${code(name)} as ${code(contentType)}`,
    deprecation(message),
    summary === undefined ? '' : escapeLine(summary),
    prose(description),
    correlationId === undefined ? '' : `Correlated by ${code(correlationId)}.`,
    headers === undefined ? '' : stack('#### Headers', membersOf(reference.views.opened(headers), reference)),
    body === undefined
      ? ''
      : stack('#### Payload', lineOf({ ...body, examples: [] }, reference), membersOf(body, reference)),
    foreign === undefined ? '' : stack('#### Payload', `In the format ${code(foreign.format)}.`),
    bindingsText(message.bindings, reference),
    extensionsText(message.extensions),
    examples.length === 0 && made === undefined ? '' : '#### Examples',
    ...examples.map((example) =>
      stack(
        escapeLine(example.summary ?? example.name ?? ''),
        ...[example.headers, example.payload].map((part) =>
          part?.value === undefined ? '' : codeBlock(JSON.stringify(part.value, null, 2), 'json'),
        ),
      ),
    ),
    made === undefined ? '' : codeBlock(JSON.stringify(made, null, 2), 'json'),
  );
}

function links(messages: readonly Message[], { anchors }: Reference): string {
  return messages
    .map((message) => `[${escapeLine(message.title ?? message.name)}](#${anchors.of(message)})`)
    .join(', ');
}
