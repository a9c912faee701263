// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { bodyKindOf } from './media-type.ts';
import type { OperationSpec, ParameterSpec } from './operation.ts';
import { asText, entriesOf, formText } from './form-text.ts';
import type { Given } from './options.ts';
import type { BodyValue, TestedOperation } from './tested-operation.ts';
import { writeParameter } from './write-parameter.ts';

/** A request in the making: the parameters as text, the body as bytes. Cases change it in one place and send it. */
export interface Draft {
  readonly operation: OperationSpec;
  readonly texts: ReadonlyMap<ParameterSpec, string>;
  readonly contentType: string | undefined;
  readonly body: string | FormData | undefined;
  /** What `body` was written from. */
  readonly value: unknown;
}

export interface DraftOptions {
  readonly given: Given;
  readonly body: BodyValue | undefined;
  /** Whether optional parameters with a documented example are sent too. */
  readonly everything: boolean;
}

/** A legal request, or the names of what is missing for one. */
export function draftRequest(tested: TestedOperation, options: DraftOptions): Draft | readonly string[] {
  const { spec } = tested;
  const missing: string[] = [];
  const texts = new Map<ParameterSpec, string>();
  for (const parameter of spec.parameters) {
    const value = valueFor(parameter, tested, options);
    if (value !== undefined) texts.set(parameter, writeParameter(parameter, value));
    else if (parameter.required) missing.push(`${parameter.in} parameter "${parameter.name}"`);
  }
  const { given } = options;
  const contentType = given.contentType ?? options.body?.contentType ?? spec.body?.content[0]?.type;
  const value = 'body' in given ? given.body : options.body?.value;
  if (value === undefined && spec.body?.required) missing.push('body');
  if (missing.length > 0) return missing;
  if (value === undefined || contentType === undefined)
    return { operation: spec, texts, contentType: undefined, body: undefined, value };
  return { operation: spec, texts, contentType, body: writeBody(contentType, value), value };
}

/** A path as the URL has it; placeholders without a text stay as they are. */
export function urlOf(draft: Draft, baseUrl: string): string {
  const { operation, texts } = draft;
  let path = operation.path;
  const query: string[] = [];
  for (const [parameter, text] of texts) {
    if (parameter.in === 'path') path = path.replaceAll(`{${parameter.name}}`, () => text);
    if ((parameter.in === 'query' || parameter.in === 'querystring') && text !== '') query.push(text);
  }
  return `${baseUrl.replace(/\/$/, '')}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

export function requestOf(draft: Draft, baseUrl: string, auth: Readonly<Record<string, string>>): Request {
  const headers = new Headers(auth);
  for (const [parameter, text] of draft.texts) {
    if (parameter.in === 'header') headers.set(parameter.name, text);
    if (parameter.in === 'cookie') headers.append('cookie', text.replaceAll('&', '; '));
  }
  // The boundary of a form is only known to whoever writes it.
  if (draft.contentType !== undefined && !(draft.body instanceof FormData))
    headers.set('content-type', draft.contentType);
  const { method } = draft.operation;
  return new Request(urlOf(draft, baseUrl), { method, headers, ...(draft.body !== undefined && { body: draft.body }) });
}

const groups = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;

function valueFor(parameter: ParameterSpec, tested: TestedOperation, { given, everything }: DraftOptions): unknown {
  if (parameter.in === 'querystring' && 'querystring' in given) return given.querystring;
  const group = parameter.in === 'querystring' ? undefined : given[groups[parameter.in]];
  if (group !== undefined && Object.hasOwn(group, parameter.name)) return group[parameter.name];
  const known = tested.parameters.find(({ name, in: place }) => name === parameter.name && place === parameter.in);
  if (known === undefined) return undefined;
  return parameter.required || (everything && known.documented) ? known.value : undefined;
}

function writeBody(contentType: string, value: unknown): string | FormData {
  switch (bodyKindOf(contentType)) {
    case 'json':
      return JSON.stringify(value);
    case 'form':
      return formText(value);
    case 'multipart': {
      const form = new FormData();
      for (const [name, item] of entriesOf(value)) {
        if (item instanceof Blob) form.append(name, item);
        else form.append(name, asText(item));
      }
      return form;
    }
    default:
      return asText(value);
  }
}
