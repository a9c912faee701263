import type { EventContract, HttpContract } from '../../core/contract/model.ts';
import { groupsOf, titleOf } from '../reference/groups.ts';
import { messagesOf } from '../reference/messages.ts';
import { type Html, html } from './html.ts';
import { methodHtml } from './operation.ts';
import type { Page } from './page.ts';

/** The table of contents. */
export function sidebarHtml(page: Page): Html {
  const { contract, anchors } = page;
  const parts = contract.kind === 'http' ? httpParts({ ...page, contract }) : eventParts({ ...page, contract });
  const responses = page.sharedResponses.faults.map(({ name, place }) =>
    entry(anchors.heading('response', name, place), name),
  );
  const security = [...contract.securitySchemes].map(([name, scheme]) => entry(anchors.of(scheme), name));
  const schemas = [...contract.schemas].map(([name, schema]) => entry(anchors.of(schema), name));
  return html`${parts}${part('Responses', responses, page)}${part('Security', security, page)}${part('Schemas', schemas, page)}`;
}

function httpParts(page: Page<HttpContract>): Html[] {
  return groupsOf(page.contract).map(({ key, title, operations }) => {
    const entries = operations.map((operation) =>
      entry(
        page.anchors.of(operation),
        html`${methodHtml(operation.method)}${titleOf(operation)}`,
        operation.deprecated,
      ),
    );
    return html`<li><a class="group" href="#${page.anchors.heading('tag', title, key)}">${title}</a><ul>${entries}</ul></li>`;
  });
}

function eventParts(page: Page<EventContract>): Html[] {
  const { contract, anchors } = page;
  const channels = contract.channels.flatMap((channel) => [
    entry(anchors.of(channel), channel.title ?? channel.name),
    ...contract.operations
      .filter((operation) => operation.channel === channel)
      .map((operation) =>
        entry(
          anchors.of(operation),
          html`<span class="method ${operation.action}">${operation.action}</span>${operation.name}`,
          operation.deprecated,
        ),
      ),
  ]);
  const messages = messagesOf(contract).map((message) =>
    entry(anchors.of(message), message.title ?? message.name, message.deprecated),
  );
  return [part('Channels', channels, page), part('Messages', messages, page)].filter((one) => one !== false);
}

function part(title: string, entries: readonly Html[], { anchors }: Page): Html | false {
  if (entries.length === 0) return false;
  return html`<li><a class="group" href="#${anchors.heading('part', title)}">${title}</a><ul>${entries}</ul></li>`;
}

function entry(id: string, text: Html | string, deprecated = false): Html {
  return html`<li><a href="#${id}"${deprecated && html` class="old"`}>${text}</a></li>`;
}
