import { type CommonMark, commonMark } from '../reference/commonmark.ts';
import { Html } from './html.ts';

/** Descriptions as HTML; their headings stay below those of the page. */
export class Prose {
  readonly #parser = parserForPages();
  readonly #known = new Map<string, Html>();

  block(text: string | undefined): Html {
    if (text === undefined || text.trim() === '') return new Html('');
    const known = this.#known.get(text) ?? new Html(`<div class="prose">${this.#render(text)}</div>`);
    this.#known.set(text, known);
    return known;
  }

  /** The highest heading of a description becomes the page's fourth, whichever it is. */
  #render(text: string): string {
    const tokens = this.#parser.parse(text, {});
    const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
    const highest = Math.min(6, ...headings.map(({ tag }) => Number(tag.slice(1))));
    for (const token of headings) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) - highest + 4)}`;
    return this.#parser.renderer.render(tokens, this.#parser.options, {}).trim();
  }
}

function parserForPages(): CommonMark {
  const parser = commonMark({ bareLinks: true });
  const { rules } = parser.renderer;
  // A page that stands alone fetches nothing: an image is a link to itself.
  rules.image = (tokens, index) => {
    const token = tokens[index];
    const { escapeHtml } = parser.utils;
    return `<a rel="noopener noreferrer" href="${escapeHtml(String(token?.attrGet('src') ?? ''))}">${escapeHtml(token?.content || 'image')}</a>`;
  };
  rules.link_open = (tokens, index, options, _env, renderer) => {
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return renderer.renderToken(tokens, index, options);
  };
  // Alignment would be a style, which the page's policy refuses.
  for (const rule of ['th_open', 'td_open'] as const) {
    rules[rule] = (tokens, index) => `<${tokens[index]?.tag === 'th' ? 'th' : 'td'}>`;
  }
  return parser;
}
