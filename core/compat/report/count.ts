import type { Comparison, DiffReport } from './report.ts';

export interface Counts {
  readonly breaking: number;
  readonly warning: number;
  readonly info: number;
  /** Of whatever verdict, these were accepted; they are not counted above. */
  readonly accepted: number;
}

export function countChanges(comparisons: readonly Pick<Comparison, 'changes'>[]): Counts {
  const counts = { breaking: 0, warning: 0, info: 0, accepted: 0 };
  for (const { changes } of comparisons) {
    for (const { verdict, accepted } of changes) counts[accepted === undefined ? verdict : 'accepted']++;
  }
  return counts;
}

const noChanges = 'no changes';

/** `2 breaking, 1 warning, 3 compatible`, or `no changes`. */
export function printCounts({ breaking, warning, info, accepted }: Counts): string {
  const parts = [
    breaking > 0 ? `${breaking} breaking` : '',
    warning > 0 ? plural(warning, 'warning') : '',
    info > 0 ? `${info} compatible` : '',
    accepted > 0 ? `${accepted} accepted` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? noChanges : parts.join(', ');
}

/** `Contract changes: 2 breaking`, the heading of a report. */
export function printTitle({ comparisons }: Pick<DiffReport, 'comparisons'>): string {
  const unreadable = comparisons.filter(({ outcome }) => outcome === 'unreadable').length;
  const counts = printCounts(countChanges(comparisons));
  if (unreadable === 0) return `Contract changes: ${counts}`;
  const known = counts === noChanges ? '' : `${counts}, `;
  return `Contract changes: ${known}${plural(unreadable, 'contract')} unreadable`;
}

const sides = { before: 'the older side', after: 'the newer side' } as const;

/** What came of one contract, in half a sentence. */
export function printOutcome(comparison: Comparison): string {
  const { outcome, unreadable, leastVersion, announced } = comparison;
  switch (outcome) {
    case 'added':
      return 'a new contract';
    case 'removed':
      return `the contract was removed${countChanges([comparison]).accepted > 0 ? ', which was accepted' : ''}`;
    case 'unreleased':
      return 'no frozen release to compare with yet';
    case 'unreadable':
      return `not compared, because ${unreadable.map((side) => sides[side]).join(' and ')} cannot be read`;
    case 'compared': {
      const counts = countChanges([comparison]);
      const version = leastVersion === undefined ? '' : `; the least version is ${leastVersion}`;
      return `${printCounts(counts)}${announced && counts.breaking > 0 ? ', announced by the new major' : version}`;
    }
    default:
      return outcome satisfies never;
  }
}

/** The last line of a report: `14 contracts compared: 2 breaking, 1 warning.` */
export function printTotal({ comparisons, findings }: Pick<DiffReport, 'comparisons' | 'findings'>): string {
  const contracts = (found: readonly Comparison[]) => new Set(found.map(({ contract }) => contract)).size;
  const compared = contracts(comparisons.filter(({ outcome }) => outcome === 'compared'));
  const others = (['added', 'removed', 'unreleased', 'unreadable'] as const).flatMap((outcome) => {
    const count = contracts(comparisons.filter((comparison) => comparison.outcome === outcome));
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  const problems = findings.filter(({ severity }) => severity !== 'info').length;
  // Where something is not known, or nothing was compared, "no changes" would be a claim.
  const judged = comparisons.filter(({ outcome }) => outcome === 'compared' || outcome === 'removed');
  const counts = judged.length > 0 ? printCounts(countChanges(judged)) : '';
  const isKnown = counts !== '' && (counts !== noChanges || comparisons.every(({ outcome }) => outcome === 'compared'));
  const parts = [...(isKnown ? [counts] : []), ...others];
  if (problems > 0) parts.push(plural(problems, 'finding'));
  return `${plural(compared, 'contract')} compared: ${parts.join(', ')}.`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
