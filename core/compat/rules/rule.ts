import type { Profile } from '../profiles.ts';

/** What `explain <id>` and the pages in `docs/rules/` print of a compatibility rule. */
export interface CompatRuleInfo {
  /** Kebab case: area, thing, what happened to it. */
  readonly id: string;
  readonly area: CompatArea;
  /**
   * Who is concerned: `input` is what the service accepts, `output` what it emits, `protocol` the agreement around both,
   * `source` code that is generated from the contract.
   */
  readonly direction: 'input' | 'output' | 'protocol' | 'source';
  readonly kind: 'added' | 'removed' | 'changed' | 'narrowed' | 'widened';
  /** By the law: what narrows an input or widens an output breaks. */
  readonly severity: CompatVerdict;
  /** One line, for lists. */
  readonly summary: string;
  /** Why it breaks, or why it does not. */
  readonly why: string;
  /** What to do instead. */
  readonly fix: string;
  /** Where a profile departs from the law: how it weighs the change, and the reason. */
  readonly departures: Readonly<Partial<Record<Profile, Departure>>>;
  /** The rule for the same change the other way round, or why there is none. */
  readonly mirror: { readonly rule: string } | { readonly waiver: string };
}

export type CompatVerdict = 'breaking' | 'warning' | 'info';

export type CompatArea =
  | 'operation'
  | 'parameter'
  | 'request'
  | 'response'
  | 'header'
  | 'security'
  | 'server'
  | 'channel'
  | 'message'
  | 'naming';

export interface Departure {
  readonly severity: CompatVerdict;
  /** Why the profile weighs it differently from the law. */
  readonly because: string;
}
