import type { Contract } from '../../contract/model.ts';
import type { Report, RuleInfo } from '../rule.ts';

export interface ContractAt {
  /** Of the entry document, relative to the project root. */
  readonly path: string;
  readonly contract: Contract;
}

/** A rule that looks at all contracts of a project together; frozen releases are left out. */
export interface CrossRule extends RuleInfo {
  check(contracts: readonly ContractAt[], report: Report): void;
}
