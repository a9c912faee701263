import { jsonHtml, sampleHtml } from './bodies.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';
import { detailsHtml, summaryHtml } from './schema.ts';

/** Every schema with a name, each at a place of its own that the rest of the page links to. */
export function schemasHtml(page: Page): Html | false {
  const { contract, anchors, views, samples } = page;
  if (contract.schemas.size === 0) return false;
  return html`<section class="part"><h2 id="${anchors.heading('part', 'Schemas')}">Schemas</h2>${[
    ...contract.schemas,
  ].map(([name, schema]) => {
    const view = views.opened(schema);
    const shown = { ...view, named: undefined };
    const isPlain = view.fields.length + view.choices.length === 0;
    const sample = isPlain ? undefined : samples.named(name, schema);
    const id = anchors.of(schema);
    return html`<article id="${id}" class="entry schema"><div class="says"><h3><a href="#${id}">${name}</a></h3><p>${summaryHtml(shown, page)}</p><div class="inside">${detailsHtml(shown, page)}</div></div>${
      sample !== undefined && html`<div class="shows">${sampleHtml('Example', [jsonHtml('JSON', sample)], true)}</div>`
    }</article>`;
  })}</section>`;
}
