// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { writeJson } from './json.ts';
import type { ParameterStyle } from './operation.ts';

export interface StyleRules {
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly encode: (text: string) => string;
  /** For names, where they are written otherwise than values: reserved characters in a name are never left as they are. */
  readonly encodeName?: (text: string) => string;
}

/**
 * Writes a value as OpenAPI's styles say (RFC 6570 where both overlap): the text for a path or header, `name=value` pairs
 * joined by `&` for a query or form. Undefined for a value that leaves no trace: undefined, null, an empty list.
 */
export function writeStyled(name: string, value: unknown, given: StyleRules): string | undefined {
  if (value === undefined || value === null) return undefined;
  const rules = typeof value === 'object' ? withEscapedSeparator(given) : given;
  const { encodeName = rules.encode } = rules;
  if (rules.style === 'deepObject') return writeDeep(encodeName(name), value, { ...rules, encodeName });
  if (Array.isArray(value)) {
    const items = value.filter(isPresent).map((item) => encodeMember(item, rules));
    return items.length === 0 ? undefined : writeList(name, items, rules);
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, member]) => isPresent(member));
    const pairs = entries.map(([key, member]) => [encodeName(key), encodeMember(member, rules)] as const);
    return pairs.length === 0 ? undefined : writeObject(name, pairs, rules);
  }
  return writeOne(name, rules.encode(textOf(value)), rules);
}

/** JSON has reserved characters of its own, which mean nothing in a URL. */
function encodeMember(value: unknown, { encode, encodeName = encode }: StyleRules): string {
  return typeof value === 'object' ? encodeName(textOf(value)) : encode(textOf(value));
}

/** What separates the values of a URL needs an escape inside them, also where it stands as it is otherwise. */
function withEscapedSeparator(rules: StyleRules): StyleRules {
  const { style, explode, encode, encodeName } = rules;
  // Texts that nothing escapes have been looked at before.
  if (encodeName === undefined) return rules;
  const stops = style === 'label' && explode;
  const escaped = (text: string) => (stops ? text.replaceAll('.', '%2E') : text.replaceAll(',', '%2C'));
  return { ...rules, encode: (text) => escaped(encode(text)), encodeName: (text) => escaped(encodeName(text)) };
}

/** A value inside a value has no notation of its own in any style; JSON is the least surprising one. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? writeJson(value) : String(value);
}

function writeOne(name: string, text: string, { style, encode, encodeName = encode }: StyleRules): string {
  if (style === 'simple') return text;
  if (style === 'label') return `.${text}`;
  if (style === 'matrix') return text === '' ? `;${encodeName(name)}` : `;${encodeName(name)}=${text}`;
  return `${encodeName(name)}=${text}`;
}

function writeList(name: string, items: readonly string[], rules: StyleRules): string {
  const { style, explode, encode, encodeName = encode } = rules;
  if (style === 'simple') return items.join(',');
  if (style === 'label') return `.${items.join(explode ? '.' : ',')}`;
  if (!explode) return writeOne(name, items.join(delimiters[style] ?? ','), rules);
  const pairs = items.map((item) => `${encodeName(name)}=${item}`);
  return style === 'matrix' ? pairs.map((pair) => `;${pair}`).join('') : pairs.join(separatorOf(style));
}

function writeObject(name: string, pairs: readonly (readonly [string, string])[], rules: StyleRules): string {
  const { style, explode } = rules;
  const assignments = pairs.map(([key, text]) => `${key}=${text}`);
  if (style === 'simple') return explode ? assignments.join(',') : pairs.flat().join(',');
  if (style === 'label') return `.${explode ? assignments.join('.') : pairs.flat().join(',')}`;
  if (!explode) return writeOne(name, pairs.flat().join(delimiters[style] ?? ','), rules);
  return style === 'matrix' ? assignments.map((pair) => `;${pair}`).join('') : assignments.join(separatorOf(style));
}

/** `filter[owner][name]=x`; items of a list repeat the name. */
function writeDeep(name: string, value: unknown, { encode, encodeName }: Required<StyleRules>): string | undefined {
  const pairs = (at: string, inner: unknown): string[] => {
    if (!isPresent(inner)) return [];
    if (Array.isArray(inner)) return inner.flatMap((item) => pairs(at, item));
    if (typeof inner !== 'object') return [`${at}=${encode(String(inner))}`];
    return Object.entries(inner).flatMap(([key, member]) => pairs(`${at}%5B${encodeName(key)}%5D`, member));
  };
  return pairs(name, value).join('&') || undefined;
}

const delimiters: Partial<Record<ParameterStyle, string>> = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
  tabDelimited: '%09',
};

function separatorOf(style: ParameterStyle): string {
  return style === 'cookie' ? '; ' : '&';
}

function isPresent(value: unknown): value is NonNullable<unknown> {
  return value !== undefined && value !== null;
}
