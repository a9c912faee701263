// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import type { Fault } from './fault.ts';
import { bestMatch, bodyKindOf, essenceOf, kindOfContent } from './media-type.ts';
import { removeOneWay, writeOnlySent } from './one-way.ts';
import type { HeaderSpec, JsonSchema, OperationSpec, ResponseSpec } from './operation.ts';
import { readHeader } from './read-header.ts';
import { responseFor } from './response-for.ts';
import type { SchemaSet } from './schema-set.ts';

/** What is wrong with a response, as sentences: its status, headers, content type and body. */
export async function checkResponse(set: SchemaSet, operation: OperationSpec, response: Response): Promise<string[]> {
  const spec = responseFor(operation, response.status);
  const text = await textOf(response);
  if (spec === undefined) return [`status ${response.status} is not declared (${excerpt(text)})`];
  const wrongHeaders = spec.headers.flatMap((header) => checkHeader(set, header, response));
  if (operation.method === 'HEAD') return wrongHeaders;
  return [...wrongHeaders, ...checkContent(set, spec.content, response, text)];
}

/** Bytes are not looked into, nor are streams, which may never end: they are closed instead. */
async function textOf(response: Response): Promise<string> {
  const type = response.headers.get('content-type');
  if (type === null || bodyKindOf(type) !== 'binary') return response.text();
  if (response.body === null || response.headers.get('content-length') === '0') return '';
  await response.body.cancel();
  return `bytes of ${essenceOf(type)}`;
}

function checkHeader(set: SchemaSet, header: HeaderSpec, response: Response): string[] {
  // OpenAPI, Response Object: a header of this name is ignored, the content says it.
  if (header.name.toLowerCase() === 'content-type') return [];
  const text = response.headers.get(header.name);
  if (text === null) return header.required ? [`header ${header.name} is missing from the ${response.status}`] : [];
  const schema = header.schema ?? true;
  return set
    .check(schema, readHeader(set, schema, text, header.explode))
    .map(({ detail }) => `header ${header.name}: ${detail}`);
}

type Content = ResponseSpec['content'];

function checkContent(set: SchemaSet, declared: Content, response: Response, text: string): string[] {
  const type = response.headers.get('content-type');
  if (declared.length === 0)
    return text === '' ? [] : [`status ${response.status} is declared without a body (${excerpt(text)})`];
  if (type === null)
    return text === '' ? [`the ${response.status} has no body`] : [`the ${response.status} has no Content-Type`];
  const content = bestMatch(type, declared);
  if (content === undefined) return [`content type ${essenceOf(type)} is not declared for status ${response.status}`];
  if (content.schema === undefined) return [];
  const kind = kindOfContent(content);
  if (kind === 'text')
    return sentences(set.check(content.schema, coerce(set, content.schema, { single: text, several: false })));
  return kind === 'json' ? checkJson(set, content.schema, text) : [];
}

function checkJson(set: SchemaSet, schema: JsonSchema, text: string): string[] {
  try {
    const faults = set.check(schema, JSON.parse(text));
    const leaks = removeOneWay(set, schema, JSON.parse(text), 'writeOnly');
    return sentences([...faults, ...leaks.map((pointer) => ({ pointer, detail: writeOnlySent }))]);
  } catch (error) {
    if (error instanceof SyntaxError) return [`the body is not JSON (${excerpt(text)})`];
    throw error;
  }
}

function sentences(faults: readonly Fault[]): string[] {
  return faults.map(({ pointer, detail }) => `body ${pointer ?? '#'}: ${detail}`);
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').slice(0, 200);
  return line === '' ? 'no body' : `body: ${line}`;
}
