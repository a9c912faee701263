// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { InputError } from './errors.ts';
import { escapeAll, escapeCookie, escapeSome } from './escape.ts';
import { writeForm } from './form.ts';
import { writeJson } from './json.ts';
import { contentKind } from './media-type.ts';
import type { OperationData, OperationInput, ParameterData } from './operation.ts';
import { type StyleRules, textOf, writeStyled } from './style.ts';
import { isHeaderText, unsendable } from './unsendable.ts';

export interface WrittenParameters {
  /** Path and query, starting with a slash. */
  readonly address: string;
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly cookies: readonly string[];
}

/** Writes every parameter into its place. Values that are undefined or null are left out. */
export function writeParameters(operation: OperationData, input: OperationInput): WrittenParameters {
  const query: string[] = [];
  const headers: [string, string][] = [];
  const cookies: string[] = [];
  const inPath = new Map<string, string>();
  for (const parameter of operation.parameters ?? []) {
    const text = writeParameter(operation, parameter, inputOf(parameter, input));
    if (parameter.in === 'path') inPath.set(parameter.name, requirePathText(operation, parameter, text));
    if (text === undefined) continue;
    if (parameter.in === 'query' || parameter.in === 'querystring') query.push(text);
    if (parameter.in === 'header' || parameter.in === 'cookie') refuseOddText(operation, parameter, text);
    if (parameter.in === 'header') headers.push([parameter.name, text]);
    if (parameter.in === 'cookie') cookies.push(text);
  }
  const path = operation.path.replace(/\{([^{}]*)\}/g, (braced, name: string) => inPath.get(name) ?? braced);
  refuseDots(operation, path);
  return {
    address: query.length === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${query.join('&')}`,
    headers,
    cookies,
  };
}

function inputOf(parameter: ParameterData, input: OperationInput): unknown {
  if (parameter.in === 'querystring') return input.querystring;
  const groups = { path: input.path, query: input.query, header: input.headers, cookie: input.cookies };
  const group = groups[parameter.in];
  return group !== undefined && Object.hasOwn(group, parameter.name)
    ? (group as Readonly<Record<string, unknown>>)[parameter.name] // Any object can be read by its own keys.
    : undefined;
}

function writeParameter(operation: OperationData, parameter: ParameterData, value: unknown): string | undefined {
  const isJson = parameter.content !== undefined && contentKind(parameter.content) === 'json';
  if (value === undefined || (value === null && !isJson)) return undefined;
  if (parameter.in === 'querystring') return writeContent(operation, parameter.content ?? '', value);
  if (parameter.content !== undefined) {
    const text = writeText(parameter.content, value);
    if (parameter.in === 'header') return isJson ? inAscii(text) : text;
    if (parameter.in === 'cookie') return `${escapeCookie(parameter.name)}=${escapeCookie(text)}`;
    return parameter.in === 'path' ? escapeAll(text) : `${escapeAll(parameter.name)}=${escapeAll(text)}`;
  }
  const rules = rulesOf(parameter);
  const reason = unsendable(parameter, value, rules);
  if (reason !== undefined) throw new InputError(operation.id, `The ${placeOf(parameter)} ${reason}.`);
  return writeStyled(parameter.name, value, rules);
}

function rulesOf(parameter: ParameterData): StyleRules {
  const style = parameter.style ?? (parameter.in === 'path' || parameter.in === 'header' ? 'simple' : 'form');
  const explode = parameter.explode ?? (style === 'form' || style === 'cookie');
  // Header values, and cookies of the style "cookie", travel as they are.
  if (parameter.in === 'header' || style === 'cookie') return { style, explode, encode: (text) => text };
  // Several cookies are joined by "; ", which the style "form" knows nothing of.
  if (parameter.in === 'cookie') return { style: explode ? 'cookie' : 'form', explode, encode: escapeCookie };
  return { style, explode, encode: parameter.allowReserved === true ? escapeSome : escapeAll, encodeName: escapeAll };
}

function writeContent(operation: OperationData, mediaType: string, value: unknown): string {
  if (contentKind(mediaType) === 'form' && typeof value === 'object' && value !== null)
    return writeForm(operation, value);
  return escapeAll(writeText(mediaType, value));
}

function writeText(mediaType: string, value: unknown): string {
  return contentKind(mediaType) === 'json' ? writeJson(value) : textOf(value);
}

/** JSON has an escape for every character that a header cannot carry. */
function inAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `fetch` would refuse such a header without saying which one it is. */
function refuseOddText({ id }: OperationData, parameter: ParameterData, text: string): void {
  if (isHeaderText(text)) return;
  const message = `The ${placeOf(parameter)} holds characters that no header can carry. Only Latin-1 without line breaks can.`;
  throw new InputError(id, message);
}

function placeOf({ in: place, name }: ParameterData): string {
  return `${place} parameter "${name}"`;
}

/** An empty segment would address another resource, most often the whole collection. */
function requirePathText({ id }: OperationData, { name }: ParameterData, text: string | undefined): string {
  if (text !== undefined && text !== '') return text;
  throw new InputError(id, `The path parameter "${name}" is empty. Pass a value.`);
}

/** URL parsers resolve `.` and `..` even when they are escaped, so such a value would address another resource. */
function refuseDots({ id }: OperationData, path: string): void {
  if (!path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return;
  throw new InputError(id, `The path ${path} has a "." or ".." segment, which no server would receive.`);
}
