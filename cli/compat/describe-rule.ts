import { compatRule } from '../../core/compat/index.ts';
import type { RuleText } from '../../core/diagnostics/printers/report.ts';
import { ruleById } from '../../core/rules/index.ts';
import { fileRules } from './file-rules.ts';

/** Any rule that a comparison may name: of the comparison, of validation, or about the files. */
export function describeDiffRule(id: string): RuleText | undefined {
  const rule = compatRule(id);
  if (rule === undefined) return ruleById(id) ?? fileRules.find((one) => one.id === id);
  const { summary, why, fix, severity } = rule;
  return { summary, why, fix, severity: severity === 'breaking' ? 'error' : severity };
}
