// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { bodyKindOf } from './media-type.ts';
import type { ParameterSpec } from './operation.ts';
import { formText } from './form-text.ts';

/** A parameter as text in its place: a path segment, `name=value` pairs of a query or cookie, or a header's value. */
export function writeParameter(parameter: ParameterSpec, value: unknown): string {
  if (parameter.in === 'querystring') return writeQuerystring(parameter, value);
  if (parameter.contentType !== undefined) return named(parameter, encode(parameter, JSON.stringify(value)));
  switch (parameter.in) {
    case 'path':
      return writePath(parameter, value);
    case 'header':
      return values(parameter, value, '=').join(',');
    case 'query':
    case 'cookie':
      return writePairs(parameter, value);
    default:
      return parameter.in satisfies never;
  }
}

function writeQuerystring({ contentType = '' }: ParameterSpec, value: unknown): string {
  return bodyKindOf(contentType) === 'form' ? formText(value) : encodeURIComponent(JSON.stringify(value));
}

function writePath(parameter: ParameterSpec, value: unknown): string {
  const { style, explode, name } = parameter;
  if (style === 'label') return `.${values(parameter, value, '=').join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return values(parameter, value, '=').join(',');
  if (!explode || !isComposite(value)) return `;${encode(parameter, name)}=${values(parameter, value, '=').join(',')}`;
  if (Array.isArray(value)) return value.map((item) => `;${name}=${encode(parameter, text(item))}`).join('');
  return `;${values(parameter, value, '=').join(';')}`;
}

function writePairs(parameter: ParameterSpec, value: unknown): string {
  const { style, explode, name } = parameter;
  if (style === 'deepObject') return deepPairs(encodeURIComponent(name), value).join('&');
  if (explode && Array.isArray(value))
    return value.map((item) => named(parameter, encode(parameter, text(item)))).join('&');
  if (explode && isComposite(value)) return values(parameter, value, '=').join('&');
  return named(parameter, values(parameter, value, ',').join(delimiters[style] ?? ','));
}

const delimiters: Readonly<Record<string, string>> = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
  tabDelimited: '%09',
};

function deepPairs(prefix: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => deepPairs(prefix, item));
  if (!isRecord(value)) return [`${prefix}=${encodeURIComponent(text(value))}`];
  return Object.entries(value).flatMap(([key, member]) => deepPairs(`${prefix}[${encodeURIComponent(key)}]`, member));
}

/** The parts of a value, encoded: items, or members as `key=value` when exploded, else key and value in turn. */
function values(parameter: ParameterSpec, value: unknown, assignment: string): string[] {
  if (Array.isArray(value)) return value.map((item) => encode(parameter, text(item)));
  if (!isRecord(value)) return [encode(parameter, text(value))];
  return Object.entries(value).flatMap(([key, member]) => {
    const pair = [encode(parameter, key), encode(parameter, text(member))];
    return parameter.explode ? [pair.join(assignment)] : pair;
  });
}

function named(parameter: ParameterSpec, value: string): string {
  return parameter.in === 'query' || parameter.in === 'cookie'
    ? `${encodeURIComponent(parameter.name)}=${value}`
    : value;
}

/** Header fields are not percent-encoded, nor are cookies in 3.2's style of that name. */
function encode(parameter: ParameterSpec, value: string): string {
  return parameter.in === 'header' || parameter.style === 'cookie' ? value : encodeURIComponent(value);
}

function text(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function isComposite(value: unknown): boolean {
  return Array.isArray(value) || isRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
