import type { Json } from '../../source/json.ts';
import type { Change, Witness } from '../change.ts';

/** A witness as people meet it on the wire. */
export interface Exchange {
  /** What it shows: `This request was accepted before and is refused now, because …`. */
  readonly claim: string;
  /** The message itself, several lines. */
  readonly text: string;
}

/** The message that used to be legal and no longer is, or the reverse, as an HTTP exchange or an event. */
export function exchangeOf({ subject, witness }: Pick<Change, 'subject'> & { readonly witness: Witness }): Exchange {
  const { answer, acceptedBy } = witness;
  const noun = nouns[witness.part];
  const legality =
    acceptedBy === 'old'
      ? `This ${noun} was legal before and is not any more`
      : `This ${noun} was not legal before and is now`;
  return { claim: `${legality}, because ${answer.reason}`, text: textOf(subject, witness) };
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
