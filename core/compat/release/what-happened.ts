import type { Change } from '../change.ts';
import { compatRule } from '../index.ts';

/** The message of a change without the advice how to avoid it, which comes too late once it is released. */
export function whatHappened({ rule, message }: Pick<Change, 'rule' | 'message'>): string {
  const fix = compatRule(rule)?.fix;
  return fix !== undefined && message.endsWith(fix) ? message.slice(0, -fix.length).trimEnd() : message;
}
