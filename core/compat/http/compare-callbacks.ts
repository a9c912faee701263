import type { HttpOperation } from '../../contract/model.ts';
import { match } from '../match/pairs.ts';
import { type Exchange, flip, report } from './exchange.ts';

/** Requests that the service sends to whoever asked for them: what is an input elsewhere is an output here. */
export function compareCallbacks(exchange: Exchange, compareOperation: (exchange: Exchange) => void): void {
  const { before, after, direction, comparison, subject } = exchange;
  const { pairs, removed, added } = match(calledBy(before), calledBy(after), [
    ({ name, operation }) => `${name} ${operation.method} ${operation.path}`,
    ({ name, operation }) => `${name} ${operation.method}`,
  ]);
  for (const [old, now] of pairs) {
    const inner = `${subject} ${nameOf(old)}`;
    const [was, is] = [old.operation, now.operation];
    if (was.path !== is.path) {
      const what = `${nameOf(old)} is sent to ${is.path}, before to ${was.path}`;
      const places = { before: was.location, after: is.location };
      report(exchange, { rule: 'callback-address-changed', place: nameOf(old), what, ...places });
    }
    compareOperation({ before: was, after: is, direction: flip(direction), comparison, subject: inner });
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

interface Called {
  readonly name: string;
  readonly operation: HttpOperation;
}

function nameOf({ name, operation }: Called): string {
  return `callback ${name} ${operation.method.toUpperCase()}`;
}

function calledBy({ callbacks }: HttpOperation): readonly Called[] {
  return callbacks.flatMap(({ name, operations }) => operations.map((operation) => ({ name, operation })));
}
