import type { HttpOperation } from '../../contract/model.ts';
import { match } from '../match/pairs.ts';
import { pathShape } from '../match/path-template.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareRequestBody } from './compare-request-body.ts';
import { compareResponses } from './compare-responses.ts';
import { compareSecurity } from './compare-security.ts';
import { compareServers } from './compare-servers.ts';
import { type Exchange, flip, report } from './exchange.ts';
import { sunsetOf } from './sunset.ts';

export function compareOperation(exchange: Exchange): void {
  compareDeprecation(exchange);
  compareOperationId(exchange);
  compareParameters(exchange);
  compareRequestBody(exchange);
  compareResponses(exchange);
  compareSecurity(exchange);
  compareServers(exchange);
  compareCallbacks(exchange);
}

function compareDeprecation(exchange: Exchange): void {
  const { before, after, comparison, subject } = exchange;
  const places = { before: before.location, after: after.location };
  const tell = (rule: string, what: string): void => {
    comparison.report({ rule, subject, place: 'deprecation', what: `${subject} ${what}`, ...places });
  };
  if (!before.deprecated && after.deprecated) tell('operation-deprecated', 'is deprecated');
  if (before.deprecated && !after.deprecated) tell('operation-reactivated', 'is no longer deprecated');
  if (!before.deprecated || !after.deprecated) return;
  const [was, is] = [sunsetOf(before.extensions), sunsetOf(after.extensions)];
  if (was === undefined || was === is) return;
  if (is !== undefined && Date.parse(is) < Date.parse(was)) {
    tell('sunset-moved-earlier', `has its sunset on ${is}, before on ${was}`);
  } else {
    tell(
      'sunset-moved-later',
      is === undefined ? `has no sunset, before ${was}` : `has its sunset on ${is}, before on ${was}`,
    );
  }
}

function compareOperationId({ before, after, comparison, subject }: Exchange): void {
  const [was, is] = [before.operationId, after.operationId];
  if (was === is) return;
  const places = { before: before.location, after: after.location, subject, place: 'operationId' };
  if (was === undefined) {
    comparison.report({ rule: 'operation-id-added', what: `${subject} has the operationId "${is}" now`, ...places });
  } else {
    const now = is === undefined ? 'none' : `"${is}"`;
    comparison.report({
      rule: 'operation-id-changed',
      what: `${subject} had the operationId "${was}" and has ${now}`,
      ...places,
    });
  }
}

interface Called {
  readonly name: string;
  readonly operation: HttpOperation;
}

function compareCallbacks(exchange: Exchange): void {
  const { before, after, direction, comparison, subject } = exchange;
  const { pairs, removed, added } = match(calledBy(before), calledBy(after), [
    ({ name, operation }) => `${name} ${operation.method} ${pathShape(operation.path)}`,
    ({ name, operation }) => `${name} ${operation.method}`,
  ]);
  const nameOf = ({ name, operation }: Called): string => `callback ${name} ${operation.method.toUpperCase()}`;
  for (const [old, now] of pairs) {
    const inner = `${subject} ${nameOf(old)}`;
    const flipped = flip(direction);
    compareOperation({ before: old.operation, after: now.operation, direction: flipped, comparison, subject: inner });
  }
  for (const called of removed) {
    const what = `${nameOf(called)} was removed`;
    const places = { before: called.operation.location, after: after.location };
    report(exchange, { rule: 'callback-removed', place: nameOf(called), what, ...places }, 'info');
  }
  for (const called of added) {
    const what = `${nameOf(called)} was added`;
    const places = { before: before.location, after: called.operation.location };
    report(exchange, { rule: 'callback-added', place: nameOf(called), what, ...places }, 'info');
  }
}

function calledBy({ callbacks }: HttpOperation): readonly Called[] {
  return callbacks.flatMap(({ name, operations }) => operations.map((operation) => ({ name, operation })));
}
