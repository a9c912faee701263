import type { HttpContract } from '../../contract/model.ts';
import type { Report, Rule, RuleInfo } from '../rule.ts';

interface HttpRule extends Omit<RuleInfo, 'ruleset'> {
  readonly reference: string;
  check(contract: HttpContract, report: Report): void;
}

/** A rule of the OpenAPI specification: it has nothing to say about any other contract. */
export function httpRule({ check, ...info }: HttpRule): Rule {
  return {
    ...info,
    ruleset: 'spec',
    check(contract, report) {
      if (contract.kind === 'http') check(contract, report);
    },
  };
}
