import type { ParameterData } from './operation.ts';
import { type StyleRules, textOf } from './style.ts';

/**
 * Why a parameter cannot say what the value says; undefined when it can. Some styles have no escape for their own
 * delimiter, so the server would read other items than those that were passed.
 */
export function unsendable(parameter: ParameterData, value: unknown, rules: StyleRules): string | undefined {
  const delimiter = rawDelimiter(parameter, rules);
  if (delimiter === undefined) return undefined;
  const texts = textsIn(value);
  // A single text has nothing to be told apart from, except among cookies, which stand in one header.
  if (typeof value !== 'object' && delimiter !== ';') return undefined;
  if (!texts.some((text) => text.includes(delimiter))) return undefined;
  return `holds ${JSON.stringify(delimiter)}, which separates values there and has no escape`;
}

/** What separates values and is not told apart from the same character inside one. */
function rawDelimiter(parameter: ParameterData, { style, explode }: StyleRules): string | undefined {
  if (parameter.in === 'header') return ',';
  // The style "form" of cookies escapes; the style "cookie" sends its values as they are.
  if (parameter.style === 'cookie') return ';';
  return explode ? undefined : escapedDelimiters[style];
}

/** These are written percent-encoded themselves, so that encoding them inside a value makes no difference. */
const escapedDelimiters: Partial<Record<StyleRules['style'], string>> = {
  spaceDelimited: ' ',
  pipeDelimited: '|',
  tabDelimited: '\t',
};

function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [textOf(value)];
  const members = Array.isArray(value) ? value : Object.entries(value).flat();
  return members.filter((member) => member !== undefined && member !== null).map(textOf);
}

/** Whether `fetch` takes a text as the value of a header: Latin-1 without control characters. */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
