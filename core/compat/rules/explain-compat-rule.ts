import type { CompatRuleInfo } from './rule.ts';

/** A compatibility rule in plain text: what `explain` prints. */
export function explainCompatRule(rule: CompatRuleInfo): string {
  const { id, direction, severity, summary, why, fix, departures, mirror } = rule;
  const lines = [
    `${id} (${direction}, ${severity} by the law)`,
    '',
    summary,
    '',
    `Why: ${why}`,
    '',
    `What to do: ${fix}`,
    ...Object.entries(departures).flatMap(([profile, departure]) => [
      '',
      `Under ${profile}: ${departure.severity}. ${departure.because}`,
    ]),
    '',
    'rule' in mirror
      ? `The other way round: ${mirror.rule}`
      : `There is no rule for the other way round: ${mirror.waiver}`,
  ];
  return lines.join('\n');
}
