import type { HttpOperation, SecurityScheme } from '../../core/contract/model.ts';
import { isObject, type Json } from '../../core/source/json.ts';
import { bodyKindOf } from '../hono-server/runtime/media-type.ts';
import { exampleText } from './examples.ts';
import type { Reference } from './reference.ts';
import { type SampleRequest, sampleRequest } from './sample-request.ts';
import { quote } from './shell.ts';

/** The operation as a command to try at a terminal; credentials are variables of the shell. */
export function curlFor(operation: HttpOperation, reference: Reference): string {
  const request = sampleRequest(operation, reference);
  const credentials = credentialsOf(operation, reference);
  const method = request.method === 'GET' && request.body === undefined ? [] : [methodOption(request.method)];
  const address = `${quote(request.url)}${credentials.query(request.url.includes('?'))}`;
  const headers = request.headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  const cookies = request.cookies.length === 0 ? [] : [`-b ${quote(request.cookies.join('; '))}`];
  const first = ['curl', ...method, address].join(' ');
  return [first, ...credentials.options, ...headers, ...cookies, ...bodyOptions(request)].join(' \\\n  ');
}

function methodOption(method: string): string {
  if (method === 'HEAD') return '--head';
  return `-X ${/^[A-Z]+$/.test(method) ? method : quote(method)}`;
}

interface Credentials {
  readonly options: readonly string[];
  readonly query: (more: boolean) => string;
}

function credentialsOf({ security }: HttpOperation, { contract }: Reference): Credentials {
  const [requirement] = security;
  const schemes = [...(requirement?.schemes.keys() ?? [])]
    .map((name) => contract.securitySchemes.get(name))
    .filter((scheme) => scheme !== undefined);
  const keys = schemes.filter((scheme) => scheme.type === 'apiKey' && scheme.in === 'query');
  const query = (more: boolean) =>
    keys.map(
      (key, index) =>
        `${quote(`${more || index > 0 ? '&' : '?'}${encodeURIComponent(key.parameterName ?? '')}=`)}"$API_KEY"`,
    );
  return { options: schemes.flatMap(optionFor), query: (more) => query(more).join('') };
}

function optionFor({ type, scheme, in: place, parameterName = '' }: SecurityScheme): string[] {
  if (type === 'http' && scheme === 'basic') return ['-u "$USER:$PASSWORD"'];
  if (type === 'http' && scheme !== 'bearer') return [`-H ${quote(`Authorization: ${scheme ?? ''} `)}"$CREDENTIALS"`];
  if (type === 'http' || type === 'oauth2' || type === 'openIdConnect') return ['-H "Authorization: Bearer $TOKEN"'];
  if (type === 'mutualTLS') return ['--cert client.pem'];
  if (type === 'apiKey' && place === 'header') return [`-H ${quote(`${parameterName}: `)}"$API_KEY"`];
  if (type === 'apiKey' && place === 'cookie') return [`-b ${quote(`${parameterName}=`)}"$API_KEY"`];
  return [];
}

function bodyOptions({ body }: SampleRequest): string[] {
  if (body === undefined) return [];
  const { media, example } = body;
  const kind = bodyKindOf(media.name);
  const value: Json | undefined = example !== undefined && 'json' in example.content ? example.content.json : undefined;
  const type = `-H ${quote(`Content-Type: ${media.name}`)}`;
  if (kind === 'multipart') return parts(media.schema?.properties?.keys() ?? [], value);
  if (kind === 'form' && value !== undefined && isObject(value)) {
    return Object.entries(value).map(
      ([name, one]) => `--data-urlencode ${quote(`${encodeURIComponent(name)}=${textOf(one)}`)}`,
    );
  }
  if (example === undefined) return [type, '--data-binary @file'];
  return [type, `--data-raw ${quote(exampleText(example, media.name))}`];
}

/** Members without a value that could be written are files. */
function parts(names: Iterable<string>, value: Json | undefined): string[] {
  const values = value !== undefined && isObject(value) ? value : {};
  return [...new Set([...names, ...Object.keys(values)])].map((name) => {
    const given = values[name];
    return given === undefined
      ? `-F ${quote(`${plain(name)}=@file`)}`
      : `--form-string ${quote(`${plain(name)}=${textOf(given)}`)}`;
  });
}

/** The characters that `curl` reads as its own inside the name of a part. */
function plain(name: string): string {
  return name.replace(/[=;,"\\]/g, '_');
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
