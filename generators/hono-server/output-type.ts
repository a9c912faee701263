import type { Header, HttpOperation, MediaType, Response } from '../../core/contract/model.ts';
import { literalType } from '../typescript/literal.ts';
import {
  type Member,
  named,
  neverType,
  type TypeContext,
  type TypeNode,
  typeOf,
  union,
  unknownType,
  word,
} from '../typescript/types/index.ts';
import type { ItemTypes } from '../typescript-client/item-types.ts';
import { contentKindOf, judgedSchema } from './content-kind.ts';
import { itemsType } from './items-type.ts';
import { isRange } from './runtime/media-type.ts';
import { sequenceOf } from './sequence.ts';
import { answerable } from './supported.ts';

/** What a handler may return: one alternative for each status and content type, and no other. */
export function outputType(operation: HttpOperation, context: TypeContext, items: ItemTypes): TypeNode {
  const responses = answerable(operation);
  const statuses = responses.map((response) => response.status.toUpperCase());
  const alternatives = responses.flatMap((response) =>
    alternativesOf(response, operation, statuses, { context, items }),
  );
  if (alternatives.length === 0) return neverType;
  return union(alternatives.map((members) => ({ kind: 'object', members, index: undefined })));
}

interface Source {
  readonly context: TypeContext;
  readonly items: ItemTypes;
}

function alternativesOf(
  response: Response,
  operation: HttpOperation,
  statuses: readonly string[],
  source: Source,
): Member[][] {
  const type = statusType(response.status.toUpperCase(), statuses);
  const status = { ...member('status', type), description: response.description };
  const headers = headersMember(response.headers, source.context);
  const content = operation.method === 'head' || isBodiless(response.status) ? [] : response.content;
  if (content.length === 0) return [[status, member('body', word('undefined'), true), ...headers]];
  return content.map((media) => {
    const isJson = contentKindOf(media, source.context.schemas) === 'json';
    const optional = content.length === 1 && (isJson || !isRange(media.name));
    const name = word(isRange(media.name) ? 'string' : literalType(media.name));
    return [status, member('contentType', name, optional), member('body', bodyType(media, source)), ...headers];
  });
}

/**
 * Ranges and `default` stand for every code of theirs that the operation does not list itself. Beside declared successes
 * `default` describes failures; alone it describes both.
 */
function statusType(status: string, statuses: readonly string[]): TypeNode {
  if (/^\d{3}$/.test(status)) return word(status);
  const others = statuses.filter((other) => other !== status && other !== 'DEFAULT');
  const failures = others.filter((other) => !other.startsWith('2'));
  const onlyFailures = status === 'DEFAULT' && failures.length < others.length;
  const all = rangeTypes[status] ?? (onlyFailures ? 'FailureStatus' : 'StatusCode');
  const excluded = (status === 'DEFAULT' ? failures : others.filter((other) => other[0] === status[0])).map(
    (other) => rangeTypes[other] ?? other,
  );
  if (excluded.length === 0) return named(all);
  return named(`Exclude<${all}, ${excluded.join(' | ')}>`, [all, ...excluded.filter((one) => !/^\d/.test(one))]);
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
function headersMember(headers: readonly Header[], context: TypeContext): Member[] {
  const own = headers.filter(({ name }) => !['x-request-id', 'content-type'].includes(name.toLowerCase()));
  if (own.length === 0) return [];
  const members = own.map(({ name, required, schema, content, description, deprecated }): Member => {
    const described = schema ?? content?.schema;
    const type = described === undefined ? word('string') : typeOf(described, context);
    return { name, optional: !required, type, description, deprecated };
  });
  const optional = own.every(({ required }) => !required);
  return [member('headers', { kind: 'object', members, index: undefined }, optional)];
}

function bodyType(media: MediaType, { context, items }: Source): TypeNode {
  const sequence = sequenceOf(media, context.schemas);
  if (sequence?.item !== undefined) return itemsType('Items', sequence, context, items);
  if (sequence !== undefined) {
    return union([named('Items<ServerSentEvent>', ['Items', 'ServerSentEvent']), named('BinaryBody')]);
  }
  const kind = contentKindOf(media, context.schemas);
  const schema = judgedSchema(media, context.schemas);
  if (kind === 'multipart') return word('FormData');
  if (kind === 'binary' || (kind === 'text' && schema?.binary)) return named('BinaryBody');
  if (schema === undefined) return kind === 'text' ? word('string') : unknownType;
  return typeOf(schema, context);
}

function member(name: string, type: TypeNode, optional = false): Member {
  return { name, optional, description: undefined, deprecated: false, type };
}
