import type { Finding, Report } from '../rule.ts';

/** A report that speaks once per place: what several operations share is read for each of them. */
export function placeOnce(report: Report): Report {
  const seen = new Set<string>();
  return (finding: Finding) => {
    const { source, pointer } = finding.location;
    const place = `${source.path}#${pointer} ${finding.message}`;
    if (seen.has(place)) return;
    seen.add(place);
    report(finding);
  };
}
