import type { RuleInfo } from './rule.ts';

/** A rule in a few lines of plain text: what `explain` prints. */
export function explainRule(rule: RuleInfo): string {
  const lines = [
    `${rule.id} (${rule.ruleset}, ${rule.severity})`,
    '',
    rule.summary,
    '',
    `Why: ${rule.why}`,
    '',
    `What to do: ${rule.fix}`,
  ];
  if (rule.reference !== undefined) lines.push('', `Source: ${rule.reference}`);
  return lines.join('\n');
}
