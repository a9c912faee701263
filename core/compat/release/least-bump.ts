import type { Bump } from '../../releases/semantic-version.ts';
import { compatRules } from '../index.ts';
import type { ReportedChange } from '../report/report.ts';

/**
 * What the changes since a release ask of the next one's number: a major when something legal no longer is, a minor when
 * something is added, a patch when the promise is the same and is only said better. A breaking change that was accepted
 * asks for no major, but is never less than a minor.
 */
export function leastBump(changes: readonly Pick<ReportedChange, 'rule' | 'verdict' | 'accepted'>[]): Bump {
  if (changes.some(({ verdict, accepted }) => verdict === 'breaking' && accepted === undefined)) return 'major';
  return changes.some((change) => change.verdict !== 'info' || !isEditorial(change.rule)) ? 'minor' : 'patch';
}

/** Where the service stands and what things are called is said in the contract, but not promised on the wire. */
const editorial: ReadonlySet<string> = new Set(['server', 'naming']);

function isEditorial(rule: string): boolean {
  areas ??= new Map(compatRules.map(({ id, area }) => [id, area]));
  return editorial.has(areas.get(rule) ?? '');
}

let areas: ReadonlyMap<string, string> | undefined;
