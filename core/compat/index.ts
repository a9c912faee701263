import type { Contract } from '../contract/model.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import type { Change } from './change.ts';
import { compareNames } from './compare-names.ts';
import { type CompareOptions, Comparison } from './comparison.ts';
import { compareEvents } from './events/compare-events.ts';
import { compareHttp } from './http/compare-http.ts';
import { compareServerLists } from './http/compare-servers.ts';

export type { Answer } from './answer.ts';
export type { Change, Witness } from './change.ts';
export type { CompareOptions } from './comparison.ts';
export { type EventMode, eventModes, type Profile, profiles } from './profiles.ts';
export { compatRule, compatRules } from './rules/index.ts';
export type { CompatArea, CompatRuleInfo, CompatVerdict, Departure } from './rules/rule.ts';

/** Every difference in meaning between two versions of a contract, in the order of the older document. */
export function compareContracts(before: Contract, after: Contract, options: CompareOptions): readonly Change[] {
  const comparison = new Comparison(before, after, options);
  if (before.kind === 'http' && after.kind === 'http') compareHttp(before, after, comparison);
  else if (before.kind === 'event' && after.kind === 'event') compareEvents(before, after, comparison);
  else
    throw new UsageError('An OpenAPI document and an AsyncAPI document cannot be compared. Name two of the same kind.');
  compareServerLists(before.servers, after.servers, 'servers', comparison);
  compareNames(before, after, comparison);
  return comparison.changes;
}
