import type { ReportedChange } from './report.ts';

/** How a reader sorts changes: by their verdict, and those apart that somebody has accepted. */
export const labels = ['breaking', 'warning', 'accepted', 'info'] as const;

export function labelOf({ verdict, accepted }: Pick<ReportedChange, 'verdict' | 'accepted'>): (typeof labels)[number] {
  return accepted === undefined ? verdict : 'accepted';
}
