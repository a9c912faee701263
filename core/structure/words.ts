import type { Json } from '../source/json.ts';

const typeNames: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

/** JSON's types by the names that people who write YAML use. */
export function typeName(type: string): string {
  return typeNames[type] ?? type;
}

/** As JSON, cut short where a hostile key or text would fill the screen. */
export function quote(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 76)}…"` : text;
}

/** `a, b or c`. */
export function alternatives(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

export const formatNames: Readonly<Record<string, string>> = {
  uri: 'an absolute URL with its scheme, such as "https://example.com/terms"',
  iri: 'an absolute URL with its scheme, such as "https://example.com/terms"',
  'uri-reference': 'a URL or a relative reference without spaces',
  'uri-template': 'a URL template with matching braces',
  email: 'an email address',
  regex: 'a regular expression',
  uuid: 'a UUID',
  'media-range': 'a media type such as "application/json"',
};

const componentNames = 'names of letters, digits, ".", "-" and "_"';
const statusCodes = 'status codes in quotes ("200"), ranges ("4XX") or "default"';

/** What the keys are that a meta-schema describes by a pattern. */
export const keyPatterns: Readonly<Record<string, string>> = {
  '^/': 'paths, which start with "/"',
  '^\\/': 'paths, which start with "/"',
  '^[a-zA-Z0-9\\.\\-_]+$': componentNames,
  '^[a-zA-Z0-9._-]+$': componentNames,
  '^[\\w\\d\\.\\-_]+$': componentNames,
  '^[1-5](?:\\d{2}|XX)$': statusCodes,
  '^[1-5](?:[0-9]{2}|XX)$': statusCodes,
  '^([0-9]{3})$|^(default)$': 'status codes in quotes ("200") or "default"',
  "^[0-9A-Za-z!#$%&'*+.^_`|~-]+$": "HTTP tokens: letters, digits and !#$%&'*+.^_`|~-",
  '^(get|put|post|delete|options|head|patch|trace)$': 'HTTP methods in lower case',
};

/** Completes "must …" for values with a pattern. */
export const valuePatterns: Readonly<Record<string, string>> = {
  '^/': 'start with "/"',
  '^[^#]*$': 'have no fragment ("#…")',
  '^[^{}]+$': 'have no braces',
  "^[0-9A-Za-z!#$%&'*+.^_`|~-]+$": "consist of letters, digits and !#$%&'*+.^_`|~-",
  '^\\$message\\.(header|payload)#(\\/(([^\\/~])|(~[01]))*)*':
    'be a runtime expression such as "$message.header#/correlationId"',
};
