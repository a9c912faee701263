import type { Report, Rule, RuleInfo } from '../../rule.ts';
import { AsyncApiDocument } from './document.ts';

interface EventRuleInfo extends Omit<RuleInfo, 'ruleset'> {
  /** The versions that the rule holds for; all of them when left out. */
  readonly only?: '2.x' | '3.x';
}

/** A rule of the AsyncAPI specification. */
export function eventRule(
  { only, ...info }: EventRuleInfo,
  check: (document: AsyncApiDocument, report: Report) => void,
): Rule {
  return {
    ...info,
    ruleset: 'spec',
    check(contract, report) {
      if (contract.kind !== 'event') return;
      const document = new AsyncApiDocument(contract);
      if (only === undefined || document.isV2 === (only === '2.x')) check(document, report);
    },
  };
}
