import { type Problem, type ProblemError, type ProblemKind, problem, type StatusOf } from '../problem.ts';
import type { Page, PageResult } from '../store/page.ts';
import type { Changed, Removed, Versioned } from '../store/versioned.ts';
import { entityTag } from './entity-tag.ts';

/** What handlers answer, in the shapes that the generated types ask for. */
export interface Refused<Status extends number> {
  readonly status: Status;
  readonly body: Problem;
}

export interface Tagged<Status extends number, Body> {
  readonly status: Status;
  readonly body: Body;
  readonly headers: { readonly ETag: string };
}

export interface Created<Body> {
  readonly status: 201;
  readonly body: Body;
  readonly headers: { readonly ETag: string; readonly Location: string };
}

export function refuse<Kind extends ProblemKind>(
  kind: Kind,
  detail: string,
  errors?: readonly ProblemError[],
): Refused<StatusOf<Kind>> {
  const body = problem(kind, detail, errors);
  return { status: body.status, body };
}

export function notFound(): Refused<404> {
  return refuse('not-found', 'There is no such resource in this tenant.');
}

export function found<T>(record: Versioned<T> | undefined): Tagged<200, T> | Refused<404> {
  return record === undefined ? notFound() : tagged(record);
}

export function created<T>(location: string, record: Versioned<T>): Created<T> {
  const { body, headers } = tagged(record);
  return { status: 201, body, headers: { ...headers, Location: location } };
}

export function changed<T>(outcome: Changed<T>): Tagged<200, T> | Refused<404> | Refused<412> {
  switch (outcome.kind) {
    case 'changed':
      return tagged(outcome);
    case 'missing':
      return notFound();
    case 'stale':
      return preconditionFailed();
    default:
      return outcome satisfies never;
  }
}

export function removed(outcome: Removed): { readonly status: 204 } | Refused<404> | Refused<412> {
  switch (outcome.kind) {
    case 'removed':
      return { status: 204 };
    case 'missing':
      return notFound();
    case 'stale':
      return preconditionFailed();
    default:
      return outcome satisfies never;
  }
}

export function listed<T>(result: PageResult<T>): { readonly status: 200; readonly body: Page<T> } | Refused<400> {
  if (result.kind === 'page') return { status: 200, body: { items: result.items, page: result.page } };
  const detail = 'The cursor is damaged, older than a day, or of another list. Begin again without a cursor.';
  return refuse('invalid-request', detail, [
    { parameter: 'cursor', detail: 'must be a nextCursor of this list, unchanged' },
  ]);
}

export function tagged<T>({ value, version }: Versioned<T>): Tagged<200, T> {
  return { status: 200, body: value, headers: { ETag: entityTag(version) } };
}

function preconditionFailed(): Refused<412> {
  return refuse(
    'precondition-failed',
    'The resource has changed since it was read. Read it again, apply the change to it, and send the new ETag.',
  );
}
