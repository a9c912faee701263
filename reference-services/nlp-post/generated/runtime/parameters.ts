// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import type { Fault } from './fault.ts';
import { JsonFault, parseJson, setMember } from './json.ts';
import { bodyKindOf } from './media-type.ts';
import { removeOneWay } from './one-way.ts';
import type { OperationSpec, ParameterPlace, ParameterSpec } from './operation.ts';
import { type Pair, parseCookies, parsePairs, withDecodedName } from './pairs.ts';
import { decodeForm, decodeNothing, decodePercent, MalformedText } from './percent.ts';
import { headerReadings } from './read-header.ts';
import { readPairs } from './read-pairs.ts';
import { readPathText } from './read-path.ts';
import { readQuerystring } from './read-querystring.ts';
import type { Readings } from './reading.ts';
import type { SchemaSet } from './schema-set.ts';

export interface ParameterValues {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
  readonly cookies: Record<string, unknown>;
  querystring?: unknown;
}

export interface ReadParameters {
  readonly values: ParameterValues;
  readonly faults: readonly Fault[];
}

/** The raw texts of a request that parameters are read from. */
interface Sources {
  readonly path: ReadonlyMap<string, string>;
  readonly query: readonly Pair[];
  readonly querystring: string;
  readonly headers: Headers;
  readonly cookies: readonly Pair[];
}

/** Reads, converts and checks all parameters of an operation; parameters that it does not declare are ignored. */
export function readParameters(
  set: SchemaSet,
  operation: OperationSpec,
  request: Request,
  path: ReadonlyMap<string, string>,
): ReadParameters {
  const querystring = queryOf(request.url);
  const sources: Sources = {
    path,
    query: parsePairs(querystring),
    querystring,
    headers: request.headers,
    cookies: parseCookies(request.headers.get('cookie') ?? ''),
  };
  const values: ParameterValues = { path: {}, query: {}, headers: {}, cookies: {} };
  const faults: Fault[] = [];
  for (const parameter of operation.parameters) {
    const read = readParameter(set, parameter, sources);
    if (Array.isArray(read)) faults.push(...read);
    else if (read !== undefined) setValue(values, parameter, read.value);
  }
  return { values, faults };
}

const groups = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const satisfies Record<
  Exclude<ParameterPlace, 'querystring'>,
  Exclude<keyof ParameterValues, 'querystring'>
>;

function setValue(values: ParameterValues, { in: place, name }: ParameterSpec, value: unknown): void {
  if (place === 'querystring') values.querystring = value;
  else setMember(values[groups[place]], name, value);
}

function readParameter(
  set: SchemaSet,
  parameter: ParameterSpec,
  sources: Sources,
): { value: unknown } | Fault[] | undefined {
  try {
    const value = valueFrom(set, parameter, sources);
    if (value === undefined) return absent(parameter);
    const faults = set.check(parameter.schema, value);
    if (faults.length === 0) {
      removeOneWay(set, parameter.schema, value, 'readOnly');
      return { value };
    }
    return faults.map((fault) => faultOf(parameter, describe(fault)));
  } catch (error) {
    if (error instanceof MalformedText || error instanceof JsonFault) return [faultOf(parameter, error.message)];
    throw error;
  }
}

/** The value, undefined when the request does not bring one. */
function valueFrom(set: SchemaSet, parameter: ParameterSpec, sources: Sources): unknown {
  if (parameter.in === 'querystring') return readQuerystring(set, parameter, sources.querystring);
  if (parameter.contentType !== undefined) return documentOf(set, parameter, sources);
  const readings = readingsOf(set, parameter, sources);
  if (readings === undefined) return undefined;
  if (readings.single === '' && parameter.allowEmptyValue && !set.accepts(parameter.schema, '')) return undefined;
  return coerce(set, parameter.schema, readings);
}

function readingsOf(set: SchemaSet, parameter: ParameterSpec, sources: Sources): Readings | undefined {
  switch (parameter.in) {
    case 'path': {
      const text = sources.path.get(parameter.name);
      return text === undefined ? undefined : readPathText(parameter, text);
    }
    case 'query':
    case 'querystring':
      return readQuery(set, parameter, sources.query);
    case 'cookie':
      if (parameter.style === 'cookie') return readPairs(set, parameter, sources.cookies, decodeNothing);
      return readPairs(set, parameter, sources.cookies.map(withDecodedName), decodePercent);
    case 'header': {
      const text = sources.headers.get(parameter.name);
      return text === null ? undefined : headerReadings(text, parameter.explode);
    }
    default:
      return parameter.in satisfies never;
  }
}

/**
 * `tags=a%2Cb` is one tag with a comma in it. Many clients encode the delimiter as well, though, so when the schema
 * refuses that one value, the encoded comma is read as a delimiter.
 */
function readQuery(set: SchemaSet, parameter: ParameterSpec, pairs: readonly Pair[]): Readings | undefined {
  const strict = readPairs(set, parameter, pairs);
  if (strict === undefined || parameter.style !== 'form' || parameter.explode) return strict;
  if (set.accepts(parameter.schema, coerce(set, parameter.schema, strict))) return strict;
  const lenient = pairs.map(({ name, value }) => ({ name, value: value.replaceAll(/%2C/gi, ',') }));
  return readPairs(set, parameter, lenient);
}

/** A parameter with `content`: a whole document, nearly always JSON, in one text. */
function documentOf(set: SchemaSet, parameter: ParameterSpec, sources: Sources): unknown {
  const text = textOf(parameter, sources);
  if (text === undefined) return undefined;
  if (bodyKindOf(parameter.contentType ?? '') === 'json') return parseJson(text);
  return coerce(set, parameter.schema, { single: text, several: false });
}

function textOf(parameter: ParameterSpec, sources: Sources): string | undefined {
  if (parameter.in === 'header') return sources.headers.get(parameter.name) ?? undefined;
  if (parameter.in === 'path') {
    const text = sources.path.get(parameter.name);
    return text === undefined ? undefined : decodePercent(text);
  }
  const pairs = (parameter.in === 'query' ? sources.query : sources.cookies.map(withDecodedName)).filter(
    ({ name }) => name === parameter.name,
  );
  if (pairs.length > 1) throw new MalformedText('is given more than once');
  const text = pairs[0]?.value;
  return text === undefined ? undefined : (parameter.in === 'query' ? decodeForm : decodePercent)(text);
}

function absent(parameter: ParameterSpec): { value: unknown } | Fault[] | undefined {
  if ('default' in parameter) return { value: parameter.default };
  return parameter.required ? [faultOf(parameter, 'is required')] : undefined;
}

function faultOf(parameter: ParameterSpec, detail: string): Fault {
  return { parameter: parameter.name, in: parameter.in, detail };
}

/** Inside a parameter, the pointer is part of the sentence: the member `parameter` already names the place. */
function describe({ pointer, detail }: Fault): string {
  return pointer === undefined || pointer === '#' ? detail : `${pointer.slice(1)} ${detail}`;
}

function queryOf(url: string): string {
  const end = url.indexOf('#');
  const start = url.indexOf('?');
  if (start === -1 || (end !== -1 && end < start)) return '';
  return url.slice(start + 1, end === -1 ? undefined : end);
}
