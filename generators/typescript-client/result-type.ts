import type { HttpOperation, Response } from '../../core/contract/model.ts';
import { literalType } from '../typescript/literal.ts';
import { generic, type TypeContext, type TypeNode, union, word } from '../typescript/types/index.ts';
import { responseBodyType } from './body-types.ts';
import type { ItemTypes } from './item-types.ts';
import type { SharedBodies } from './shared-bodies.ts';
import { isSuccess, type Status, statusesOf, statusType } from './status-type.ts';

/** What a call resolves to: one member for each declared status and content type; those that are alike are one. */
export function resultType(operation: HttpOperation, making: ResultParts): TypeNode {
  const responses = declaredResponses(operation);
  const replies =
    responses.length === 0
      ? repliesTo(undefined, { name: 'AnyStatus', without: [] }, operation, making)
      : responses.flatMap((response) =>
          statusesOf(response.status, responses).flatMap((status) => repliesTo(response, status, operation, making)),
        );
  return union(mergeAlike(replies).map(replyType));
}

/** Responses whose status means something, ranges in capitals. */
export function declaredResponses(operation: HttpOperation): Response[] {
  const byStatus = new Map<string, Response>();
  for (const response of operation.responses) {
    const status = response.status === 'default' ? 'default' : response.status.toUpperCase();
    if (/^([1-5](\d\d|XX)|default)$/.test(status)) byStatus.set(status, { ...response, status });
  }
  return [...byStatus.values()];
}

export interface ResultParts {
  readonly context: TypeContext;
  readonly items: ItemTypes;
  readonly bodies: SharedBodies;
}

interface Reply {
  readonly statuses: readonly Status[];
  readonly contentType: TypeNode;
  readonly body: TypeNode;
  readonly headers: TypeNode;
}

function repliesTo(
  response: Response | undefined,
  status: Status,
  operation: HttpOperation,
  { context, items, bodies }: ResultParts,
): Reply[] {
  const headers = headersType(response);
  if (response === undefined || !hasBody(operation, response)) return [{ statuses: [status], ...noBody, headers }];
  return response.content.map((media) => ({
    statuses: [status],
    contentType: word(literalType(media.name)),
    body: bodies.nameFor(response, media, responseBodyType(media, context, items)),
    headers,
  }));
}

const noBody = { contentType: word('undefined'), body: word('undefined') };
const plainHeaders = word('Headers');

/** What the type of a reply takes when it is not said is not said. */
function replyType({ statuses, contentType, body, headers }: Reply): TypeNode {
  const status = statusType(statuses);
  if (headers !== plainHeaders) return generic('ApiReply', status, contentType, body, headers);
  return contentType === noBody.contentType
    ? generic('ApiReply', status)
    : generic('ApiReply', status, contentType, body);
}

/** Replies that differ in their status only are one with several, successes and failures apart. */
function mergeAlike(replies: readonly Reply[]): Reply[] {
  const merged = new Map<string, Reply>();
  for (const reply of replies) {
    const { statuses, ...rest } = reply;
    const key = `${statuses.some(isSuccess)} ${JSON.stringify(rest)}`;
    const known = merged.get(key)?.statuses ?? [];
    merged.set(key, { ...reply, statuses: [...known, ...statuses] });
  }
  return [...merged.values()];
}

export function hasBody({ method }: HttpOperation, { status, content }: Response): boolean {
  return method !== 'head' && !/^(204|205|304)$/.test(status) && content.length > 0;
}

function headersType(response: Response | undefined): TypeNode {
  const headers = response?.headers ?? [];
  if (headers.length === 0) return plainHeaders;
  const names = (required: boolean) =>
    headers.filter((header) => header.required === required).map(({ name }) => word(literalType(name)));
  const [always, sometimes] = [names(true), names(false)];
  return generic('DeclaredHeaders', union(always), ...(sometimes.length === 0 ? [] : [union(sometimes)]));
}
