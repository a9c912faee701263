import type { Header, MediaType } from '../../core/contract/model.ts';
import type { Json } from '../../core/source/json.ts';
import { examplesOf, exampleText, isJson, type ShownExample } from '../reference/examples.ts';
import type { Direction } from '../reference/sample.ts';
import type { SchemaView } from '../reference/schema-view.ts';
import { noView } from '../reference/schema-view.ts';
import { type Html, html, insideElement } from './html.ts';
import type { Page } from './page.ts';
import { detailsHtml, fieldHtml, summaryHtml } from './schema.ts';

/** A body in each of its media types; `open` shows the first level of a named schema at once. */
export function contentHtml(content: readonly MediaType[], page: Page, open: boolean): Html {
  return html`${content.map((media) => {
    const view = viewOf(media, page, open);
    return html`<div class="body"><p class="media"><code>${media.name}</code> ${
      media.itemSchema !== undefined && 'a stream of '
    }${summaryHtml(view, page)}</p>${detailsHtml(view, page)}</div>`;
  })}`;
}

export function headersHtml(headers: readonly Header[], page: Page): Html | false {
  if (headers.length === 0) return false;
  return html`<details class="headers"><summary>Headers</summary><div class="tree"><ul>${headers.map((header) => {
    const schema = header.schema ?? header.content?.schema;
    const view = schema === undefined ? noView : page.views.used(schema);
    const { name, required, description = view.description } = header;
    return fieldHtml({ ...view, name, kind: 'member', required, description }, page);
  })}</ul></div></details>`;
}

/** Examples of a body as blocks of code. */
export function examplesHtml(content: readonly MediaType[], direction: Direction, page: Page): Html[] {
  return content.flatMap((media) =>
    examplesOf(media, direction, page).map((example) => exampleHtml(example, media.name)),
  );
}

export function exampleHtml(example: ShownExample, mediaType: string): Html {
  const { content, title } = example;
  const caption = title === '' ? mediaType : `${title} · ${mediaType}`;
  const isData = 'json' in content && (isJson(mediaType) || typeof content.json === 'object');
  return isData ? jsonHtml(caption, content.json) : codeHtml(caption, exampleText(example, mediaType));
}

export function codeHtml(caption: string, text: string): Html {
  return html`<figure><figcaption>${caption}</figcaption><pre tabindex="0"><code>${insideElement(text)}</code></pre></figure>`;
}

/** The page's script colours it. */
export function jsonHtml(caption: string, value: Json): Html {
  const text = JSON.stringify(value, null, 2);
  return html`<figure><figcaption>${caption}</figcaption><pre tabindex="0"><code class="json">${insideElement(text)}</code></pre></figure>`;
}

function viewOf({ schema, itemSchema }: MediaType, { views }: Page, open: boolean): SchemaView {
  const told = itemSchema ?? schema;
  if (told === undefined) return noView;
  return open ? views.opened(told) : views.used(told);
}

export function sampleHtml(title: string, figures: readonly Html[], open: boolean): Html | false {
  if (figures.length === 0) return false;
  return html`<details class="sample"${open && html` open`}><summary>${title}</summary>${figures}</details>`;
}
