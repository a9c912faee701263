import type { HttpOperation } from '../../contract/model.ts';
import type { Direction } from '../../contract/walk.ts';
import type { Comparison, Finding } from '../comparison.ts';
import { compatRule } from '../rules/index.ts';
import type { CompatVerdict } from '../rules/rule.ts';
import type { Duty } from '../schemas/compare-schemas.ts';

/** Two versions of one operation, and which way its requests travel: `output` for webhooks and callbacks. */
export interface Exchange {
  readonly before: HttpOperation;
  readonly after: HttpOperation;
  readonly direction: Direction;
  readonly subject: string;
  readonly comparison: Comparison;
}

export function flip(direction: Direction): Direction {
  return direction === 'input' ? 'output' : 'input';
}

export function dutyOf(direction: Direction): Duty {
  return { mustNotNarrow: direction === 'input', mustNotWiden: direction === 'output' };
}

/**
 * Reports a change by a rule of the protocol. Rules are written for what the service offers; where it is the one that
 * calls, `flipped` says what the law is there, or else the rule for the opposite change does.
 */
export function report(exchange: Exchange, finding: Omit<Finding, 'subject' | 'law'>, flipped?: CompatVerdict): void {
  const { direction, subject, comparison } = exchange;
  if (direction === 'input') comparison.report({ ...finding, subject });
  else comparison.report({ ...finding, subject, law: flipped ?? oppositeOf(finding.rule), departures: {} });
}

function oppositeOf(id: string): CompatVerdict {
  const rule = compatRule(id);
  const opposite = rule !== undefined && 'rule' in rule.mirror ? compatRule(rule.mirror.rule) : undefined;
  return opposite?.severity ?? rule?.severity ?? 'info';
}
