import type { Change } from '../../core/compat/change.ts';
import type { Comparison, ReportedChange } from '../../core/compat/report/report.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { AcceptedChange } from './accepted-changes.ts';
import { dayOf } from './day.ts';
import { contractRemoved, isSameContract } from './removal.ts';

/** Marks the changes of one contract that somebody has accepted for the time being. */
export function applyAcceptance(
  contract: string,
  changes: readonly Change[],
  entries: readonly AcceptedChange[],
  now: Date,
): readonly ReportedChange[] {
  const day = dayOf(now);
  const valid = entries.filter(({ until }) => until >= day);
  return changes.map((change) => {
    const entry = valid.find((one) => isAbout(one, contract, change));
    if (entry === undefined) return { ...change, accepted: undefined };
    const { because, by, until } = entry;
    return { ...change, accepted: { because, by, until } };
  });
}

function isAbout(entry: AcceptedChange, contract: string, { rule, fingerprint }: Change): boolean {
  if (entry.fingerprint !== fingerprint) return false;
  return rule === contractRemoved ? isSameContract(entry.contract, contract) : entry.contract === contract;
}

/**
 * Entries that no longer do anything: their time is over, or the change that they name is not there. Where not all
 * contracts were compared, the others' entries are left alone.
 */
export function checkAcceptance(
  entries: readonly AcceptedChange[],
  comparisons: readonly Comparison[],
  { now, isAll }: { readonly now: Date; readonly isAll: boolean },
): readonly Diagnostic[] {
  const day = dayOf(now);
  return entries.flatMap((entry): Diagnostic[] => {
    const own = comparisons.filter(({ contract }) => contract === entry.contract);
    if (own.some(({ outcome }) => outcome === 'unreadable')) return [];
    const isThere = comparisons.some(({ contract, changes }) =>
      changes.some((change) => isAbout(entry, contract, change)),
    );
    const { location, fingerprint, contract, until } = entry;
    if (!isThere && (own.length > 0 || isAll)) {
      const message = `No change of ${contract} has the fingerprint ${fingerprint}. Remove this entry.`;
      return [{ rule: 'accepted-change-stale', severity: 'warning', message, location }];
    }
    if (!isThere || until >= day) return [];
    const message = `The acceptance of ${fingerprint} ended on ${until}. Decide anew with --accept, or take the change back.`;
    return [{ rule: 'accepted-change-expired', severity: 'error', message, location }];
  });
}
