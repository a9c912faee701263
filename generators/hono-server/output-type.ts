import type { Header, HttpOperation, MediaType, Response } from '../../core/contract/model.ts';
import { comment } from '../typescript/comment.ts';
import { indentRest } from '../typescript/layout.ts';
import { stringLiteral } from '../typescript/literal.ts';
import { printType } from '../typescript/types/index.ts';
import type { TypeSource } from './input-type.ts';
import { type Member, printObject } from './members.ts';
import { bodyKindOf, isRange } from './runtime/media-type.ts';
import { answerable } from './supported.ts';

/** Declares what a handler may return: one alternative for each status and content type, and no other. */
export function declareOutput(name: string, operation: HttpOperation, source: TypeSource): string {
  const responses = answerable(operation);
  const statuses = responses.map((response) => response.status.toUpperCase());
  const alternatives = responses.flatMap((response) => alternativesOf(response, operation, statuses, source));
  const about = comment(`What \`${operation.method.toUpperCase()} ${operation.path}\` may answer.`);
  const [only] = alternatives;
  if (only === undefined) return `${about}export type ${name} = never;\n`;
  if (alternatives.length === 1) return `${about}export type ${name} = ${printObject(only)};\n`;
  const union = alternatives.map((members) => `\n  | ${indentRest(printObject(members, 4), 4)}`).join('');
  return `${about}export type ${name} =${union};\n`;
}

function alternativesOf(
  response: Response,
  operation: HttpOperation,
  statuses: readonly string[],
  source: TypeSource,
): Member[][] {
  const status: Member = {
    name: 'status',
    optional: false,
    type: statusType(response.status.toUpperCase(), statuses, source),
    description: response.description,
  };
  const headers = headersMember(response.headers, source);
  const content = operation.method === 'head' || isBodiless(response.status) ? [] : response.content;
  if (content.length === 0) return [[status, { name: 'body', optional: true, type: 'undefined' }, ...headers]];
  return content.map((media) => {
    const optional = content.length === 1 && !isRange(media.name);
    const type = isRange(media.name) ? 'string' : stringLiteral(media.name);
    const body = { name: 'body', optional: false, type: bodyType(media, source) };
    return [status, { name: 'contentType', optional, type }, body, ...headers];
  });
}

/**
 * Ranges and `default` stand for every code of theirs that the operation does not list itself. Beside declared successes
 * `default` describes failures; alone it describes both.
 */
function statusType(status: string, statuses: readonly string[], { runtime }: TypeSource): string {
  if (/^\d{3}$/.test(status)) return status;
  const others = statuses.filter((other) => other !== 'DEFAULT' && other !== status);
  const failures = others.filter((other) => !other.startsWith('2'));
  const onlyFailures = status === 'DEFAULT' && failures.length < others.length;
  const all = rangeTypes[status] ?? (onlyFailures ? 'FailureStatus' : 'StatusCode');
  const excluded = (status === 'DEFAULT' ? failures : others.filter((other) => other[0] === status[0])).map(
    (other) => rangeTypes[other] ?? other,
  );
  for (const used of [all, ...excluded]) if (!/^\d/.test(used)) runtime.add(used);
  return excluded.length === 0 ? all : `Exclude<${all}, ${excluded.join(' | ')}>`;
}

const rangeTypes: Readonly<Record<string, string>> = {
  '2XX': 'SuccessStatus',
  '3XX': 'RedirectStatus',
  '4XX': 'ClientErrorStatus',
  '5XX': 'ServerErrorStatus',
};

function isBodiless(status: string): boolean {
  return status === '204' || status === '205' || status === '304';
}

/** The request's identifier and the content type are set by the server. */
function headersMember(headers: readonly Header[], { types, uses }: TypeSource): Member[] {
  const own = headers.filter(({ name }) => !['x-request-id', 'content-type'].includes(name.toLowerCase()));
  if (own.length === 0) return [];
  const members = own.map(({ name, required, schema, content, description, deprecated }): Member => {
    const described = schema ?? content?.schema;
    const type = described === undefined ? 'string' : printType(described, types.context('output', uses));
    return { name, optional: !required, type, description, deprecated };
  });
  return [{ name: 'headers', optional: own.every(({ required }) => !required), type: printObject(members, 6) }];
}

function bodyType({ name, schema }: MediaType, { types, uses, runtime }: TypeSource): string {
  const kind = bodyKindOf(name);
  if (kind === 'multipart') return 'FormData';
  if (kind === 'binary' || (kind === 'text' && schema?.binary)) {
    runtime.add('BinaryBody');
    return 'BinaryBody';
  }
  if (schema === undefined) return kind === 'text' ? 'string' : 'unknown';
  return printType(schema, types.context('output', uses));
}
