/** Text that is HTML already. Only the tag below makes it, so whatever else stands in a page is text. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = string | number | false | undefined | Html | readonly HtmlValue[];

/** A template whose values are escaped, for contents and quoted attributes alike. `false` and undefined print nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += print(value) + (strings[index + 1] ?? '');
  });
  return new Html(text);
}

function print(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(print).join('');
  return escapeHtml(String(value));
}

/** Text for the inside of an element, where quotes mean nothing: it reads better in the source. Never for attributes. */
export function insideElement(text: string): Html {
  return new Html(withoutTricks(text.replace(/[&<>]/g, (character) => named[character] ?? '')));
}

export function escapeHtml(text: string): string {
  return withoutTricks(text.replace(/[&<>"'`]/g, (character) => named[character] ?? ''));
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function withoutTricks(text: string): string {
  return text.replace(/[^\P{C}\n\t]/gu, (character) => (invisible.test(character) ? '\ufffd' : character));
}

/** Control characters, halves of pairs, and what would change the direction of the text around it (CVE-2021-42574). */
const invisible = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
