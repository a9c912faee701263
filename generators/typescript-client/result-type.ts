import type { HttpOperation, Response } from '../../core/contract/model.ts';
import { literalType } from '../typescript/literal.ts';
import { type Member, named, type TypeContext, type TypeNode, union, word } from '../typescript/types/index.ts';
import { responseBodyType } from './body-types.ts';
import { layoutGeneric } from './generic-text.ts';
import type { ItemTypes } from './item-types.ts';

/** What a call resolves to: one member for each declared status and content type. */
export function resultType(operation: HttpOperation, context: TypeContext, items: ItemTypes): TypeNode {
  const responses = declaredResponses(operation);
  if (responses.length === 0)
    return union(members(undefined, named('AnyStatus'), operation, { context, items, margin: 2 }));
  const pairs = responses.flatMap((response) =>
    statusTypes(response.status, responses).map((status) => ({ response, status })),
  );
  const alone = pairs.length === 1 && (pairs[0]?.response.content.length ?? 0) < 2;
  const making: Making = { context, items, margin: alone ? 2 : 6 };
  return union(pairs.flatMap(({ response, status }) => members(response, status, operation, making)));
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

interface Making {
  readonly context: TypeContext;
  readonly items: ItemTypes;
  /** How far the members of a result are indented: further where there are several results. */
  readonly margin: number;
}

function members(
  response: Response | undefined,
  status: TypeNode,
  operation: HttpOperation,
  { context, items, margin }: Making,
): TypeNode[] {
  const headers = member('headers', headersType(response, margin));
  if (response === undefined || !hasBody(operation, response)) {
    const none = [member('contentType', word('undefined')), member('body', word('undefined'))];
    return [{ kind: 'object', members: [member('status', status), ...none, headers], index: undefined }];
  }
  return response.content.map((media) => ({
    kind: 'object',
    members: [
      member('status', status),
      member('contentType', word(literalType(media.name))),
      member('body', responseBodyType(media, context, items)),
      headers,
    ],
    index: undefined,
  }));
}

export function hasBody({ method }: HttpOperation, { status, content }: Response): boolean {
  return method !== 'head' && !/^(204|205|304)$/.test(status) && content.length > 0;
}

/** Responses that are no range stand for themselves; ranges and `default` leave out what others declare. */
function statusTypes(status: string, responses: readonly Response[]): TypeNode[] {
  if (/^\d{3}$/.test(status)) return [word(status)];
  const others = responses
    .map((response) => response.status)
    .filter((other) => other !== status && other !== 'default');
  if (status !== 'default')
    return [
      without(
        `Status${status}`,
        others.filter((other) => other[0] === status[0]),
      ),
    ];
  const failures = others.filter((other) => !other.startsWith('2'));
  const failure = without('StatusOfFailure', failures);
  // Beside declared successes `default` describes failures; alone it describes both.
  return failures.length < others.length ? [failure] : [named('Status2XX'), failure];
}

function without(name: string, declared: readonly string[]): TypeNode {
  if (declared.length === 0) return named(name);
  const excluded = declared.map((status) => (/^\d{3}$/.test(status) ? status : `Status${status}`));
  const ranges = excluded.filter((status) => !/^\d/.test(status));
  // There is more than one result then.
  const text = layoutGeneric('Exclude', [[name], excluded], { margin: 6, before: 6 + 'readonly status: '.length });
  return named(text, [name, ...ranges]);
}

function headersType(response: Response | undefined, margin: number): TypeNode {
  const headers = response?.headers ?? [];
  if (headers.length === 0) return word('Headers');
  const names = (required: boolean) =>
    headers.filter((header) => header.required === required).map(({ name }) => literalType(name));
  const [always, sometimes] = [names(true), names(false)];
  const unions = [always.length === 0 ? ['never'] : always, ...(sometimes.length === 0 ? [] : [sometimes])];
  const room = { margin, before: margin + 'readonly headers: '.length };
  return named(layoutGeneric('DeclaredHeaders', unions, room), ['DeclaredHeaders']);
}

function member(name: string, type: TypeNode): Member {
  return { name, optional: false, description: undefined, deprecated: false, type };
}
