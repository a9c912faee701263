const elements = [
  ...[
    'a',
    'article',
    'blockquote',
    'body',
    'br',
    'button',
    'code',
    'details',
    'div',
    'em',
    'figcaption',
    'figure',
    'h1',
    'h2',
  ],
  ...[
    'h3',
    'h4',
    'h5',
    'h6',
    'head',
    'header',
    'hr',
    'html',
    'i',
    'input',
    'kbd',
    'li',
    'link',
    'main',
    'meta',
    'nav',
    'ol',
    'p',
  ],
  ...[
    'pre',
    's',
    'script',
    'section',
    'small',
    'span',
    'strong',
    'style',
    'summary',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
  ],
  ...['time', 'title', 'tr', 'ul', 'wbr'],
];

const attributes = [
  ...[
    'aria-current',
    'aria-label',
    'autocomplete',
    'charset',
    'class',
    'content',
    'data-done',
    'data-done',
    'data-of',
    'data-theme',
    'data-theme',
    'hidden',
    'href',
    'http-equiv',
    'id',
    'lang',
  ],
  ...[
    'name',
    'open',
    'placeholder',
    'popover',
    'popovertarget',
    'rel',
    'role',
    'spellcheck',
    'start',
    'tabindex',
    'title',
    'type',
  ],
];

/** Everything in a parsed document that a reference page has no use for: elements, attributes, where links lead. */
export function sneakedIn(document: Document): readonly string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const strange = elements.includes(name) ? [] : [`<${name}>`];
    return [...strange, ...[...element.attributes].flatMap((attribute) => strangeAttribute(name, attribute))];
  });
}

function strangeAttribute(element: string, { name, value }: Attr): string[] {
  if (!attributes.includes(name)) return [`${element} ${name}=${value}`];
  if (name !== 'href') return [];
  const harmless = element === 'link' ? value === 'data:,' : /^(#|https?:\/\/|mailto:)/.test(value);
  return harmless ? [] : [`${element} href=${value}`];
}
