import type { HttpOperation, Response } from '../../core/contract/model.ts';
import { literalType } from '../typescript/literal.ts';
import { type Member, named, type TypeContext, type TypeNode, union, word } from '../typescript/types/index.ts';
import { responseBodyType } from './body-types.ts';

/** What a call resolves to: one member for each declared status and content type. */
export function resultType(operation: HttpOperation, context: TypeContext): TypeNode {
  const responses = declaredResponses(operation);
  if (responses.length === 0) return union(members(undefined, named('AnyStatus'), operation, context));
  return union(
    responses.flatMap((response) =>
      statusTypes(response.status, responses).flatMap((status) => members(response, status, operation, context)),
    ),
  );
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

function members(
  response: Response | undefined,
  status: TypeNode,
  operation: HttpOperation,
  context: TypeContext,
): TypeNode[] {
  const headers = member('headers', headersType(response));
  const empty = operation.method === 'head' || response === undefined || /^(204|205|304)$/.test(response.status);
  if (empty || response.content.length === 0) {
    const none = [member('contentType', word('undefined')), member('body', word('undefined'))];
    return [{ kind: 'object', members: [member('status', status), ...none, headers], index: undefined }];
  }
  return response.content.map((media) => ({
    kind: 'object',
    members: [
      member('status', status),
      member('contentType', word(literalType(media.name))),
      member('body', responseBodyType(media, context)),
      headers,
    ],
    index: undefined,
  }));
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
  return named(`Exclude<${name}, ${excluded.join(' | ')}>`, [name, ...ranges]);
}

function headersType(response: Response | undefined): TypeNode {
  const headers = response?.headers ?? [];
  if (headers.length === 0) return word('Headers');
  const names = (required: boolean) =>
    headers
      .filter((header) => header.required === required)
      .map(({ name }) => literalType(name))
      .join(' | ') || 'never';
  const [always, sometimes] = [names(true), names(false)];
  return named(`DeclaredHeaders<${always}${sometimes === 'never' ? '' : `, ${sometimes}`}>`, ['DeclaredHeaders']);
}

function member(name: string, type: TypeNode): Member {
  return { name, optional: false, description: undefined, deprecated: false, type };
}
