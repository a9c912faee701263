import type { Contract, EventContract, HttpContract } from '../../core/contract/model.ts';
import type { Placed } from '../reference/anchors.ts';
import { groupsOf, titleOf } from '../reference/groups.ts';
import { messagesOf } from '../reference/messages.ts';
import { type Reference, referenceTo } from '../reference/reference.ts';
import { renderTemplate, type View } from '../render.ts';
import type { Generated, Target } from '../target.ts';
import { channelText, messageText } from './events.ts';
import { introText, schemaSections, schemeSection, serverItem } from './intro.ts';
import { operationText, responseText } from './operation.ts';
import { heading, stack } from './parts.ts';
import { prose } from './prose.ts';
import { code, escapeLine } from './text.ts';

export const markdown: Target = {
  id: 'markdown',
  summary: 'A reference in one Markdown file',
  accepts: ['http', 'event'],
  generate(contract: Contract): Generated {
    return {
      files: [{ path: 'reference.md', text: renderTemplate('markdown', 'reference', view(contract)) }],
      diagnostics: [],
    };
  },
};

/** Everything that the template of this target places. */
function view(contract: Contract): View {
  const reference = referenceTo(contract);
  const parts =
    contract.kind === 'http' ? httpParts({ ...reference, contract }) : eventParts({ ...reference, contract });
  const schemes = [...contract.securitySchemes].map(([name, scheme]) => schemeSection(name, scheme, reference));
  return {
    title: escapeLine(contract.info.title),
    intro: introText(contract),
    servers: contract.servers.map(serverItem),
    contents: parts.contents,
    parts: parts.sections,
    responses: section('Responses', sharedResponses(reference), reference),
    security: section('Security', schemes, reference),
    schemas: section('Schemas', [schemaSections(reference)], reference),
  };
}

interface Parts {
  /** Lines of a list. */
  readonly contents: readonly string[];
  readonly sections: readonly string[];
}

function httpParts(reference: Reference<HttpContract>): Parts {
  const { contract, anchors } = reference;
  const groups = groupsOf(contract);
  const incoming = new Set(contract.webhooks);
  const contents = groups.flatMap(({ key, title, operations }) => [
    `- [${escapeLine(title)}](#${anchors.heading('tag', title, key)})`,
    ...operations.map((operation) => {
      const route = code(`${operation.method.toUpperCase()} ${operation.path}`);
      return `  - [${escapeLine(titleOf(operation))}](#${anchors.of(operation)}) ${route}`;
    }),
  ]);
  const sections = groups.map(({ key, title, description, operations }) =>
    stack(
      heading(2, title, anchors.heading('tag', title, key)),
      prose(description, 3),
      ...operations.map((operation) => operationText(operation, reference, incoming.has(operation))),
    ),
  );
  return { contents, sections };
}

function eventParts(reference: Reference<EventContract>): Parts {
  const { contract, anchors } = reference;
  const channels = contract.channels.map((channel) => channelText(channel, reference));
  const messages = messagesOf(contract).map((message) => messageText(message, reference));
  const link = (thing: Placed, text: string) => `  - [${escapeLine(text)}](#${anchors.of(thing)})`;
  const contents = [
    ...(channels.length === 0 ? [] : [`- [Channels](#${anchors.heading('part', 'Channels')})`]),
    ...contract.channels.map((channel) => link(channel, channel.title ?? channel.name)),
    ...(messages.length === 0 ? [] : [`- [Messages](#${anchors.heading('part', 'Messages')})`]),
    ...messagesOf(contract).map((message) => link(message, message.title ?? message.name)),
  ];
  const sections = [section('Channels', channels, reference), section('Messages', messages, reference)];
  return { contents, sections: sections.filter((text) => text !== '') };
}

function sharedResponses(reference: Reference): string[] {
  const { sharedResponses: shared, anchors } = reference;
  return shared.faults.map(({ name, place, response }) =>
    stack(heading(3, name, anchors.heading('response', name, place)), responseText(response, reference)),
  );
}

function section(title: string, entries: readonly string[], { anchors }: Reference): string {
  const inside = stack(...entries);
  return inside === '' ? '' : stack(heading(2, title, anchors.heading('part', title)), inside);
}
