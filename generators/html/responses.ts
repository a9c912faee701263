import type { Response } from '../../core/contract/model.ts';
import { isSuccess } from '../reference/shared-responses.ts';
import { contentHtml, examplesHtml, headersHtml, sampleHtml } from './bodies.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';

/** What a response is and holds, without its status. */
export function responseBody(response: Response, page: Page): Html {
  const { description, content, headers, links } = response;
  return html`${page.prose.block(description)}${headersHtml(headers, page)}${contentHtml(content, page, isSuccess(response))}${
    links.length > 0 &&
    html`<p class="facts">Links: ${links.map((link, at) => [at > 0 && ', ', html`<code>${link.name}</code>`])}</p>`
  }`;
}

/** The faults that operations share, each at a place of its own. */
export function sharedResponsesHtml(page: Page): Html | false {
  const { sharedResponses, anchors } = page;
  if (sharedResponses.faults.length === 0) return false;
  const entries = sharedResponses.faults.map(({ name, place, response }) => {
    const id = anchors.heading('response', name, place);
    const shown = response.content.filter(({ examples }) => examples.length > 0);
    const sample = sampleHtml('Example', examplesHtml(shown, 'output', page), true);
    return html`<article id="${id}" class="entry"><div class="says"><h3><a href="#${id}">${name}</a></h3><div class="inside">${responseBody(response, page)}</div></div>${sample !== false && html`<div class="shows">${sample}</div>`}</article>`;
  });
  return html`<section class="part"><h2 id="${anchors.heading('part', 'Responses')}">Responses</h2>${entries}</section>`;
}
