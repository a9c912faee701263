import type { HttpOperation, MediaType, Parameter } from '../../core/contract/model.ts';
import type { Json } from '../../core/source/json.ts';
import { escapeAll } from '../typescript-client/runtime/escape.ts';
import { writeStyled } from '../typescript-client/runtime/style.ts';
import { examplesOf, type ShownExample } from './examples.ts';
import type { Reference } from './reference.ts';

export interface SampleRequest {
  readonly method: string;
  /** Absolute, with what is required in path and query. */
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly cookies: readonly string[];
  readonly body: { readonly media: MediaType; readonly example: ShownExample | undefined } | undefined;
}

/** The smallest request that an operation takes, with the contract's own example values. */
export function sampleRequest(operation: HttpOperation, reference: Reference): SampleRequest {
  const wanted = operation.parameters.filter(({ required, in: place }) => required || place === 'path');
  const written = (place: Parameter['in']) =>
    wanted.filter((parameter) => parameter.in === place).map((parameter) => write(parameter, reference));
  const inPath = new Map(wanted.filter((one) => one.in === 'path').map((one) => [one.name, write(one, reference)]));
  const path = operation.path
    .split(/(\{[^{}]*\})/)
    .map((part) => (part.startsWith('{') ? (inPath.get(part.slice(1, -1)) ?? part) : part))
    .join('');
  const query = [...written('query'), ...written('querystring')].join('&');
  const headers = wanted.filter((one) => one.in === 'header').map((one) => [one.name, write(one, reference)] as const);
  const [media] = operation.requestBody?.content ?? [];
  const [example] = media === undefined ? [] : examplesOf(media, 'input', reference);
  return {
    method: operation.method.toUpperCase(),
    url: `${baseOf(operation)}${encodeLoose(path)}${query === '' ? '' : `?${query}`}`,
    headers,
    cookies: written('cookie'),
    body: media === undefined ? undefined : { media, example },
  };
}

function write(parameter: Parameter, reference: Reference): string {
  const { name, in: place, style, explode } = parameter;
  const value = exampleValue(parameter, reference);
  if (parameter.content !== undefined) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (place === 'header') return text;
    return place === 'path' || place === 'querystring' ? escapeAll(text) : `${escapeAll(name)}=${escapeAll(text)}`;
  }
  const encode = place === 'header' ? (text: string) => text : escapeAll;
  return writeStyled(name, value, { style, explode, encode }) ?? '';
}

function exampleValue({ examples, schema, content, name }: Parameter, { samples }: Reference): Json {
  const given = [...examples, ...(content?.examples ?? [])]
    .map(({ value }) => value)
    .find((value) => value !== undefined);
  const described = schema ?? content?.schema;
  return given ?? (described === undefined ? undefined : samples.sample(described, 'input')) ?? name;
}

/** The first server with its variables filled in; relative ones get a host to stand on. */
function baseOf({ servers }: HttpOperation): string {
  const [server] = servers;
  const defaults = new Map(server?.variables.map((variable) => [variable.name, variable.default ?? variable.name]));
  const url = (server?.url ?? '').replace(/\{([^{}]*)\}/g, (braced, name: string) => defaults.get(name) ?? braced);
  const trimmed = encodeLoose(url).replace(/\/+$/, '');
  if (/^https?:\/\//i.test(trimmed)) return trimmed;
  return `https://api.example.com${trimmed.startsWith('/') || trimmed === '' ? trimmed : `/${trimmed}`}`;
}

/** Encodes what no address may hold, and leaves escapes that are there. */
function encodeLoose(text: string): string {
  return encodeURI(text.replace(/\p{Cs}/gu, '\ufffd'))
    .replace(/%25(?=[0-9A-F]{2})/gi, '%')
    .replaceAll("'", '%27');
}
