import type { Json } from '../../source/json.ts';
import { parsePointer } from '../../source/pointer.ts';
import type { Change, Witness } from '../change.ts';

/** A witness as people meet it on the wire. */
export interface Exchange {
  /** What it shows: `This request was accepted before and is refused now, because …`. */
  readonly claim: string;
  /** The message itself, several lines. */
  readonly text: string;
  /** The lines of the text that make the difference, the last one excluded; undefined where it is no part of the body. */
  readonly marked: { readonly from: number; readonly to: number } | undefined;
}

/** The message that used to be legal and no longer is, or the reverse, as an HTTP exchange or an event. */
export function exchangeOf({ subject, witness }: Pick<Change, 'subject'> & { readonly witness: Witness }): Exchange {
  const { answer, acceptedBy } = witness;
  const noun = nouns[witness.part];
  const legality =
    acceptedBy === 'old'
      ? `This ${noun} was legal before and is not any more`
      : `This ${noun} was not legal before and is now`;
  const text = textOf(subject, witness);
  return { claim: `${legality}, because ${answer.reason}`, text, marked: markedLines(text, witness) };
}

function markedLines(text: string, { part, answer: { value, pointer } }: Witness): Exchange['marked'] {
  const tokens = parsePointer(pointer) ?? [];
  if (tokens.length === 0 || !withBody.has(part)) return undefined;
  const lines = linesOf(value, tokens);
  if (lines === undefined) return undefined;
  const start = text.split('\n').length - heightOf(value);
  return { from: start + lines.from, to: start + lines.to };
}

const withBody: ReadonlySet<Witness['part']> = new Set(['request-body', 'response-body', 'message']);

/** Which lines of a printed value show what is at the pointer. */
function linesOf(value: Json, [token, ...rest]: readonly string[]): { from: number; to: number } | undefined {
  if (token === undefined) return { from: 0, to: heightOf(value) };
  if (typeof value !== 'object' || value === null) return undefined;
  let from = 1;
  for (const [key, member] of Object.entries(value)) {
    const found = key === token ? linesOf(member, rest) : undefined;
    if (found !== undefined) return { from: from + found.from, to: from + found.to };
    from += heightOf(member);
  }
  return undefined;
}

function heightOf(value: Json): number {
  return JSON.stringify(value, null, 2).split('\n').length;
}

const nouns: Readonly<Record<Witness['part'], string>> = {
  'request-body': 'request',
  parameter: 'request',
  'response-body': 'response',
  'response-header': 'response',
  message: 'message',
  'message-header': 'message',
};

function textOf(subject: string, { part, name, answer: { value } }: Witness): string {
  switch (part) {
    case 'request-body':
      return message([subject, `Content-Type: ${mediaTypeIn(name)}`], value);
    case 'parameter':
      return requestWith(subject, name, value);
    case 'response-body':
      return message([subject, '', `HTTP/1.1 ${statusIn(name)}`, `Content-Type: ${mediaTypeIn(name)}`], value);
    case 'response-header':
      return [subject, '', `HTTP/1.1 ${statusIn(name)}`, `${lastWord(name)}: ${inline(value)}`].join('\n');
    case 'message':
      return message([subject], value);
    case 'message-header':
      return [subject, ...headerLines(name, value)].join('\n');
    default:
      return part satisfies never;
  }
}

function message(head: readonly string[], body: Json): string {
  return [...head, '', JSON.stringify(body, null, 2)].join('\n');
}

/** `query limit` with 11 on `GET /v1/search` is `GET /v1/search?limit=11`. */
function requestWith(subject: string, name: string, value: Json): string {
  const [place = '', ...rest] = name.split(' ');
  const parameter = rest.join(' ');
  const text = inline(value);
  switch (place) {
    case 'path':
      return subject.includes(`{${parameter}}`)
        ? subject.replace(`{${parameter}}`, () => encodeURIComponent(text))
        : `${subject}\n(${name}: ${text})`;
    case 'query':
      return `${subject}${subject.includes('?') ? '&' : '?'}${encodeURIComponent(parameter)}=${encodeURIComponent(text)}`;
    case 'querystring':
      return `${subject}?${text}`;
    case 'header':
      return `${subject}\n${parameter}: ${text}`;
    case 'cookie':
      return `${subject}\nCookie: ${parameter}=${text}`;
    default:
      return `${subject}\n${name}: ${text}`;
  }
}

/** All headers of a message are one object; a single one has a name. */
function headerLines(name: string, value: Json): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${lastWord(name)}: ${inline(value)}`];
  return Object.entries(value).map(([key, one]) => `${key}: ${inline(one)}`);
}

function inline(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function mediaTypeIn(name: string): string {
  return name.split(' ').find((word) => word.includes('/')) ?? 'application/json';
}

function statusIn(name: string): string {
  return name.split(' ').find((word) => /^(?:[1-5](?:\d\d|XX)|default)$/i.test(word)) ?? '200';
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? name;
}
