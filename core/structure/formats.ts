/**
 * The `format`s that the meta-schemas use. They reject what is certainly wrong and let the doubtful pass: real contracts
 * hold internationalised URLs, server templates in braces and patterns written for other regular expression engines.
 */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  uri: (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && isUriText(text),
  iri: (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && isUriText(text),
  'uri-reference': isUriText,
  'uri-template': (text) => isUriText(text) && bracesMatch(text),
  'media-range': (text) => /^[^\s/;]+\/[^\s/;]+\s*(?:;.*)?$/.test(text),
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
  regex: isRegularExpression,
  uuid: (text) => /^(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
};

/** RFC 3986 and 3987 leave out white space, control characters, quotes and angle brackets; so does this, and no more. */
function isUriText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !/[\s\x00-\x1F\x7F"<>]/.test(text) && !/%(?![0-9a-f]{2})/i.test(text);
}

function bracesMatch(text: string): boolean {
  let open = false;
  for (const character of text) {
    if (character === '{' && open) return false;
    if (character === '}' && !open) return false;
    if (character === '{') open = true;
    if (character === '}') open = false;
  }
  return !open;
}

/** Longer patterns are taken on trust: compiling them costs more than the check is worth. */
const longestPattern = 10_000;

/** ECMA-262, or close enough to another common engine's syntax that only ECMA-262 would refuse it. */
function isRegularExpression(text: string): boolean {
  if (text.length > longestPattern) return true;
  return compiles(text, 'u') || compiles(text, '') || compiles(withoutForeignSyntax(text), '');
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

/** Python's and PCRE's named groups, inline flags, atomic groups, comments and possessive quantifiers. */
function withoutForeignSyntax(pattern: string): string {
  return pattern
    .replaceAll('(?P<', '(?<')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replace(/\(\?#[^)]*\)/g, '')
    .replace(/\(\?[a-zA-Z^-]+\)/g, '')
    .replace(/\(\?(?:[a-zA-Z^-]+:|>|\|)/g, '(?:')
    .replace(/([*+?}])\+/g, '$1');
}
