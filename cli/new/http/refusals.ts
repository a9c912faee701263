import type { HttpOperation, Response } from '../../../core/contract/model.ts';
import type { JsonObject } from '../../../core/source/json.ts';
import type { PlannedOperation } from '../../../generators/hono-server/plan.ts';
import { bestMatch } from '../../../generators/hono-server/runtime/media-type.ts';
import type { Answers } from './answer.ts';

/** What takes the place of the server's own problems, by status; null leaves the problem as it is. */
export interface Refusals {
  readonly common: JsonObject;
  /** By operation id: what differs from the common ones. */
  readonly exceptions: JsonObject;
}

/** Statuses by which the server refuses a request before any handler sees it. */
const ownStatuses = [400, 401, 403, 413, 415, 422];

/**
 * The refusals that a contract declares in another form than that of a problem, or under another status. Undefined where
 * problems are what it declares.
 */
export function declaredRefusals(planned: readonly PlannedOperation[], answers: Answers): Refusals | undefined {
  const found = planned.map(({ operation, name }) => ({
    id: operation.operationId ?? name,
    refusals: new Map(ownStatuses.map((status) => [status, refusalOf(operation, status, answers)])),
  }));
  const common = new Map<number, string>();
  for (const status of ownStatuses) {
    const most = mostFrequent(found.map(({ refusals }) => refusals.get(status)));
    if (most !== undefined) common.set(status, most);
  }
  if (common.size === 0) return undefined;
  const exceptions = found.flatMap(({ id, refusals }): Array<[string, JsonObject]> => {
    const odd = [...common].flatMap(([status, usual]): Array<[string, JsonObject | null]> => {
      const own = refusals.get(status);
      if (own === 'undeclared' || printed(own) === usual) return [];
      return [[String(status), own ?? null]];
    });
    return odd.length === 0 ? [] : [[id, Object.fromEntries(odd)]];
  });
  return {
    // They have just been printed.
    common: Object.fromEntries([...common].map(([status, text]) => [status, JSON.parse(text) as JsonObject])),
    exceptions: Object.fromEntries(exceptions),
  };
}

/** Undefined for a problem. What is undeclared may look as it does elsewhere, but for a 401, which tests know as a problem. */
type Refusal = JsonObject | 'undeclared' | undefined;

function refusalOf(operation: HttpOperation, status: number, answers: Answers): Refusal {
  const [response, code] = responseTo(operation, status);
  if (response === undefined) return status === 401 && operation.security.length > 0 ? undefined : 'undeclared';
  const types = response.content.map(({ name }) => ({ type: name }));
  if (bestMatch('application/problem+json', types) !== undefined || operation.method === 'head') return undefined;
  const answer = answers.as(response, code);
  if (answer === undefined || answer.form) return undefined;
  const contentType = answer.contentType ?? types[0]?.type;
  // The members are JSON each, and those that are undefined are not there.
  return { ...answer, ...(contentType !== undefined && { contentType }) } as JsonObject;
}

/** The response that a refusal falls under; another code for illegal requests where the contract knows only that. */
function responseTo({ responses }: HttpOperation, status: number): readonly [Response | undefined, number] {
  const find = (key: string) => responses.find((response) => response.status.toUpperCase() === key);
  const listed = find(String(status)) ?? find(`${Math.floor(status / 100)}XX`) ?? find('DEFAULT');
  const others = listed === undefined && [400, 413, 415].includes(status) ? [400, 422] : [];
  const other = others.find((code) => find(String(code)) !== undefined);
  return other === undefined ? [listed, status] : [find(String(other)), other];
}

function mostFrequent(refusals: readonly Refusal[]): string | undefined {
  const counts = new Map<string, number>();
  for (const refusal of refusals) {
    const text = printed(refusal);
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function printed(refusal: Refusal): string | undefined {
  return typeof refusal === 'object' ? JSON.stringify(refusal) : undefined;
}
