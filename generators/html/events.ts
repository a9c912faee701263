import type { Bindings, Channel, EventContract, EventOperation, Message } from '../../core/contract/model.ts';
import { messagesOf } from '../reference/messages.ts';
import { noView } from '../reference/schema-view.ts';
import { exampleHtml, jsonHtml, sampleHtml } from './bodies.ts';
import { type Html, html } from './html.ts';
import { deprecationHtml, extensionsHtml, securityHtml } from './operation.ts';
import type { Page } from './page.ts';
import { detailsHtml, fieldHtml, summaryHtml } from './schema.ts';

/** Channels with what is sent and received on them, then the messages. */
export function eventsHtml(page: Page<EventContract>): Html {
  const { contract, anchors } = page;
  return html`${
    contract.channels.length > 0 &&
    html`<section class="part"><h2 id="${anchors.heading('part', 'Channels')}">Channels</h2>${contract.channels.map((channel) => channelHtml(channel, page))}</section>`
  }${
    messagesOf(contract).length > 0 &&
    html`<section class="part"><h2 id="${anchors.heading('part', 'Messages')}">Messages</h2>${messagesOf(contract).map((message) => messageHtml(message, page))}</section>`
  }`;
}

function channelHtml(channel: Channel, page: Page<EventContract>): Html {
  const id = page.anchors.of(channel);
  const { address, description, parameters, servers, messages } = channel;
  const operations = page.contract.operations.filter((operation) => operation.channel === channel);
  return html`<article id="${id}" class="entry"><div class="says"><h3><a href="#${id}">${channel.title ?? channel.name}</a></h3><p class="route">${
    address === undefined ? 'The address is known at run time only.' : html`<code>${address}</code>`
  }</p>${page.prose.block(description)}${
    servers.length > 0 &&
    html`<p class="needs"><span>On</span> ${servers.map((server, at) => [at > 0 && ', ', html`<code>${server}</code>`])}</p>`
  }${
    parameters.length > 0 &&
    html`<section><h4>Parameters</h4><div class="tree"><ul>${parameters.map(({ name, schema, description: told }) => {
      const view = schema === undefined ? noView : page.views.used(schema);
      const shown = { ...view, description: told ?? view.description };
      return fieldHtml({ ...shown, name, kind: 'member', required: false }, page);
    })}</ul></div></section>`
  }${operations.length === 0 && messages.length > 0 && html`<p class="needs"><span>Messages</span> ${linksHtml(messages, page)}</p>`}${bindingsHtml(
    channel.bindings,
    page,
  )}${extensionsHtml(channel.extensions)}${operations.map((operation) => operationHtml(operation, page))}</div></article>`;
}

function operationHtml(operation: EventOperation, page: Page<EventContract>): Html {
  const id = page.anchors.of(operation);
  const { action, name, summary, description, messages, reply, bindings, security, extensions } = operation;
  return html`<section id="${id}" class="operation"><h4><span class="method ${action}">${action}</span> <a href="#${id}">${name}</a></h4>${deprecationHtml(operation)}${summary !== undefined && html`<p>${summary}</p>`}${page.prose.block(description)}<p class="needs"><span>Messages</span> ${linksHtml(messages, page)}</p>${
    reply !== undefined &&
    html`<p class="needs"><span>Reply</span> ${reply.messages.length > 0 && linksHtml(reply.messages, page)}${
      reply.channel !== undefined && html` on <a href="#${page.anchors.of(reply.channel)}">${reply.channel.name}</a>`
    }${reply.address !== undefined && html` to <code>${reply.address}</code>`}</p>`
  }${securityHtml(security, page)}${bindingsHtml(bindings, page)}${extensionsHtml(extensions)}</section>`;
}

function linksHtml(messages: readonly Message[], page: Page): Html {
  return html`${messages.map((message, index) => [
    index > 0 && ', ',
    html`<a href="#${page.anchors.of(message)}">${message.title ?? message.name}</a>`,
  ])}`;
}

function messageHtml(message: Message, page: Page): Html {
  const id = page.anchors.of(message);
  const { title, name, summary, description, headers, payload, foreign, contentType, correlationId } = message;
  const header = headers === undefined ? undefined : page.views.opened(headers);
  const body = payload === undefined ? undefined : page.views.opened(payload);
  return html`<article id="${id}" class="entry"><div class="says"><h3><a href="#${id}">${title ?? name}</a></h3><p class="route"><code>${name}</code> <span class="type">${contentType}</span></p>${deprecationHtml(message)}${summary !== undefined && html`<p>${summary}</p>`}${page.prose.block(description)}${
    correlationId !== undefined && html`<p class="needs"><span>Correlated by</span> <code>${correlationId}</code></p>`
  }${header !== undefined && html`<section><h4>Headers</h4>${detailsHtml({ ...header, description: undefined }, page)}</section>`}${
    body !== undefined &&
    html`<section><h4>Payload</h4><p>${summaryHtml(body, page)}</p>${detailsHtml(body, page)}</section>`
  }${foreign !== undefined && html`<section><h4>Payload</h4><p>In the format <code>${foreign.format}</code>.</p></section>`}${bindingsHtml(
    message.bindings,
    page,
  )}${extensionsHtml(message.extensions)}</div>${samplesHtml(message, page)}</article>`;
}

function samplesHtml({ examples, payload, contentType }: Message, { samples }: Page): Html | false {
  const given = examples.flatMap(({ name, summary, headers, payload: body }, at) => {
    const title = summary ?? name ?? 'Example';
    const shown = [headers, body].flatMap((part, index) =>
      part?.value === undefined
        ? []
        : [exampleHtml({ title: '', content: { json: part.value } }, index === 0 ? 'headers' : contentType)],
    );
    return [sampleHtml(title, shown, at === 0)];
  });
  const made = payload === undefined || given.length > 0 ? undefined : samples.sample(payload, 'output');
  if (made !== undefined) given.push(sampleHtml('Example', [jsonHtml(contentType, made)], true));
  return given.length > 0 && html`<div class="shows">${given}</div>`;
}

function bindingsHtml(bindings: Bindings, page: Page): Html | false {
  if (bindings.size === 0) return false;
  return html`<details class="extensions"><summary>Bindings: ${[...bindings.keys()].join(', ')}</summary>${[
    ...bindings,
  ].map(
    ([protocol, { fields, schemas }]) =>
      html`${fields.size > 0 && jsonHtml(protocol, Object.fromEntries(fields))}${
        schemas.size > 0 &&
        html`<div class="tree"><ul>${[...schemas].map(([name, schema]) => fieldHtml({ ...page.views.used(schema), name, kind: 'member', required: false }, page))}</ul></div>`
      }`,
  )}</details>`;
}
