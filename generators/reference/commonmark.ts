import MarkdownIt, { type Token } from 'markdown-it';

export type { Token };
export type CommonMark = InstanceType<typeof MarkdownIt>;

/**
 * Descriptions are CommonMark with the tables of GitHub. HTML in them is text, and so are links to anywhere but the web
 * and a mailbox. With `bareLinks`, addresses that are written out are links too.
 */
export function commonMark({ bareLinks }: { readonly bareLinks: boolean }): CommonMark {
  const parser = new MarkdownIt('commonmark', { html: false, linkify: bareLinks, typographer: false, maxNesting: 40 });
  parser.enable(['table', 'strikethrough']).disable(['html_block', 'html_inline']);
  if (bareLinks) parser.enable('linkify').linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  parser.validateLink = (address) => isAbsolute(address) || isRelative(address);
  parser.core.ruler.push('absolute-links', ({ tokens }) => {
    for (const token of tokens) if (token.children !== null) token.children = onlyAbsolute(token.children);
  });
  return parser;
}

function isAbsolute(address: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(address.trim());
}

function isRelative(address: string): boolean {
  return /^[^:]*([/?#]|$)/.test(address.trim());
}

/** What a relative link meant when it was written, it does not mean where a reference is read: its text stays. */
function onlyAbsolute(tokens: readonly Token[]): Token[] {
  let leaving = false;
  return tokens.filter((token) => {
    if (token.type === 'image' && !isAbsolute(String(token.attrGet('src')))) token.type = 'text';
    if (token.type === 'link_open') leaving = !isAbsolute(String(token.attrGet('href')));
    return !(leaving && (token.type === 'link_open' || token.type === 'link_close'));
  });
}
