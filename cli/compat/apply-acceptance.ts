import type { Change } from '../../core/compat/change.ts';
import type { Comparison, ReportedChange } from '../../core/compat/report/report.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { AcceptedChange } from './accepted-changes.ts';
import { dayOf } from './day.ts';

/** Marks the changes of one contract that somebody has accepted for the time being. */
export function applyAcceptance(
  contract: string,
  changes: readonly Change[],
  entries: readonly AcceptedChange[],
  now: Date,
): readonly ReportedChange[] {
  const day = dayOf(now);
  const valid = entries.filter((entry) => entry.contract === contract && entry.until >= day);
  return changes.map((change) => {
    const entry = valid.find(({ fingerprint }) => fingerprint === change.fingerprint);
    if (entry === undefined) return { ...change, accepted: undefined };
    const { because, by, until } = entry;
    return { ...change, accepted: { because, by, until } };
  });
}

/** Entries that no longer do anything: their time is over, or the change that they name is not there. */
export function checkAcceptance(
  entries: readonly AcceptedChange[],
  comparisons: readonly Comparison[],
  now: Date,
): readonly Diagnostic[] {
  const day = dayOf(now);
  return entries.flatMap((entry): Diagnostic[] => {
    const own = comparisons.filter(({ contract }) => contract === entry.contract);
    if (own.some(({ outcome }) => outcome === 'unreadable')) return [];
    const isThere = own.some(({ changes }) => changes.some(({ fingerprint }) => fingerprint === entry.fingerprint));
    const { location, fingerprint, contract, until } = entry;
    if (!isThere && own.length > 0) {
      const message = `No change of ${contract} has the fingerprint ${fingerprint}. Remove this entry.`;
      return [{ rule: 'accepted-change-stale', severity: 'warning', message, location }];
    }
    if (!isThere || until >= day) return [];
    const message = `The acceptance of ${fingerprint} ended on ${until}. Decide anew with --accept, or take the change back.`;
    return [{ rule: 'accepted-change-expired', severity: 'error', message, location }];
  });
}
