// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ParameterData } from './operation.ts';
import { type StyleRules, textOf } from './style.ts';

/**
 * Why a parameter cannot say what the value says; undefined when it can. Some styles have no escape for their own
 * delimiter, so the server would read other items than those that were passed.
 */
export function unsendable(parameter: ParameterData, value: unknown, rules: StyleRules): string | undefined {
  const { values, names } = textsIn(value);
  const trimmed = parameter.in === 'header' || parameter.style === 'cookie';
  if (trimmed && [...values, ...names].some((text) => /^\s|\s$/.test(text))) {
    return 'begins or ends with white space, which is not part of a value there';
  }
  if (parameter.style === 'cookie' && isQuoted({ values, names }, rules)) {
    return 'stands in quotation marks, which are not part of a value there';
  }
  if (rules.style === 'deepObject' && names.some((name) => name === '' || /[[\]]/.test(name))) {
    return 'has a member whose name is empty or holds a square bracket, which separates names there and has no escape';
  }
  // A single text has nothing to be told apart from, except among cookies, which stand in one header.
  const delimiters = rawDelimiters(parameter, rules).filter((one) => typeof value === 'object' || one === ';');
  if (parameter.in === 'header' && typeof value === 'object' && [...values, ...names].includes(''))
    return 'holds an empty text, which lists ignore';
  const delimiter = delimiters.find((one) => [...values, ...names].some((text) => text.includes(one)));
  if (delimiter !== undefined) return holds(delimiter);
  return trimmed && rules.explode && names.some((name) => name.includes('=')) ? holds('=') : undefined;
}

/** Servers take the quotation marks off a cookie's value. */
function isQuoted({ values, names }: Texts, { explode }: StyleRules): boolean {
  if (explode) return values.some((text) => /^".*"$/s.test(text));
  return (names[0] ?? values[0] ?? '').startsWith('"') && (values.at(-1) ?? '').endsWith('"');
}

function holds(delimiter: string): string {
  return `holds ${JSON.stringify(delimiter)}, which separates values there and has no escape`;
}

/** What separates values and is not told apart from the same character inside one. */
function rawDelimiters(parameter: ParameterData, { style, explode }: StyleRules): readonly string[] {
  if (parameter.in === 'header') return [','];
  // The style "form" of cookies escapes; the style "cookie" sends its values as they are.
  if (parameter.style === 'cookie') return explode ? [';'] : [';', ','];
  const escaped = explode ? undefined : escapedDelimiters[style];
  return escaped === undefined ? [] : [escaped];
}

/** These are written percent-encoded themselves, so that encoding them inside a value makes no difference. */
const escapedDelimiters: Partial<Record<StyleRules['style'], string>> = {
  spaceDelimited: ' ',
  pipeDelimited: '|',
  tabDelimited: '\t',
};

interface Texts {
  readonly values: readonly string[];
  readonly names: readonly string[];
}

/** The texts that a value is written with, its own and those one level down; deep objects are followed to their end. */
function textsIn(value: unknown): Texts {
  if (typeof value !== 'object' || value === null) return { values: value === null ? [] : [textOf(value)], names: [] };
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  const names = Array.isArray(value) ? [] : members.map(([name]) => name);
  const inside = members.flatMap(([, member]) => (typeof member === 'object' ? textsIn(member).names : []));
  return { values: members.map(([, member]) => textOf(member)), names: [...names, ...inside] };
}

/** Whether `fetch` takes a text as the value of a header: Latin-1 without control characters. */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
