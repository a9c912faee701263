import type { Contract } from '../contract/model.ts';
import type { RelatedPlace, Severity } from '../diagnostics/diagnostic.ts';
import type { Location } from '../diagnostics/location.ts';

/** What `rules` and `explain <id>` print of a rule, wherever in the pipeline it is checked. */
export interface RuleInfo {
  /** Kebab case, and the name of the rule's file. */
  readonly id: string;
  /** `spec`: the specification itself demands it. `ai2text`: the platform's conventions, switchable as a whole. */
  readonly ruleset: 'spec' | 'ai2text';
  /** What a finding weighs unless the configuration says otherwise. */
  readonly severity: Severity;
  /** One line, for lists: "Each operationId is used once." */
  readonly summary: string;
  /** Why it matters, in a few sentences. */
  readonly why: string;
  /** What to do about a finding. */
  readonly fix: string;
  /** The clause it follows, such as "OpenAPI 3.1.1, 4.8.10 Operation Object". */
  readonly reference?: string;
}

/** A rule that looks at the contract model. A plain loop: no visitor, no state. */
export interface Rule extends RuleInfo {
  check(contract: Contract, report: Report): void;
}

/** Pre-bound with the rule's id and severity. */
export type Report = (finding: Finding) => void;

export interface Finding {
  readonly location: Location;
  /** What is wrong, then what to do. */
  readonly message: string;
  /** Where a finding weighs less or more than the rule's findings usually do. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
}
