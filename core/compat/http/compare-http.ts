import type { HttpContract, HttpOperation } from '../../contract/model.ts';
import type { Direction } from '../../contract/walk.ts';
import type { Comparison } from '../comparison.ts';
import { match } from '../match/pairs.ts';
import { pathShape } from '../match/path-template.ts';
import { compareOAuth } from './compare-oauth.ts';
import { compareOperation } from './compare-operation.ts';
import { hasPassed, sunsetOf } from './sunset.ts';

export function compareHttp(before: HttpContract, after: HttpContract, comparison: Comparison): void {
  compareOperations(before, after, comparison);
  const webhooks = match(before.webhooks, after.webhooks, [({ method, path }) => `${method} ${path}`]);
  for (const [old, now] of webhooks.pairs) compareOperation(exchangeOf(old, now, 'output', comparison));
  for (const webhook of webhooks.removed) {
    const subject = subjectOf(webhook, 'output');
    const what = `${subject} was removed`;
    const places = { before: webhook.location, after: after.root.location() };
    comparison.report({ rule: 'webhook-removed', subject, place: '', what, ...places });
  }
  for (const webhook of webhooks.added) {
    const subject = subjectOf(webhook, 'output');
    const places = { before: before.root.location(), after: webhook.location };
    comparison.report({ rule: 'webhook-added', subject, place: '', what: `${subject} was added`, ...places });
  }
  compareOAuth(before, after, comparison);
}

function compareOperations(before: HttpContract, after: HttpContract, comparison: Comparison): void {
  // Two templates of one shape in one document are told apart by their names.
  const { pairs, removed, added } = match(before.operations, after.operations, [
    ({ method, path }) => `${method} ${path}`,
    ({ method, path }) => `${method} ${pathShape(path)}`,
  ]);
  for (const [old, now] of pairs) compareOperation(exchangeOf(old, now, 'input', comparison));
  for (const operation of removed) {
    const subject = subjectOf(operation, 'input');
    const sunset = sunsetOf(operation.extensions);
    const passed = operation.deprecated && sunset !== undefined && hasPassed(sunset, comparison.now);
    const rule = passed ? 'operation-removed-after-sunset' : 'operation-removed';
    const what = passed ? `${subject} was removed after its sunset on ${sunset}` : `${subject} was removed`;
    comparison.report({ rule, subject, place: '', what, before: operation.location, after: after.root.location() });
  }
  for (const operation of added) {
    const subject = subjectOf(operation, 'input');
    const places = { before: before.root.location(), after: operation.location };
    comparison.report({ rule: 'operation-added', subject, place: '', what: `${subject} was added`, ...places });
  }
}

function exchangeOf(before: HttpOperation, after: HttpOperation, direction: Direction, comparison: Comparison) {
  return { before, after, direction, comparison, subject: subjectOf(before, direction) };
}

function subjectOf({ method, path }: HttpOperation, direction: Direction): string {
  const subject = `${method.toUpperCase()} ${path}`;
  return direction === 'input' ? subject : `webhook ${subject}`;
}
