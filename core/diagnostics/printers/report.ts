import type { Diagnostic, Severity } from '../diagnostic.ts';

/** What a printer prints. */
export interface Report {
  /** In the order in which they are to be read. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many contracts were looked at. */
  readonly checked: number;
  /** Frozen releases that are what they were; not among the checked ones. */
  readonly unchanged?: number;
  readonly toolVersion: string;
  /** The rules that the findings name, for formats that carry a catalogue. */
  readonly describe: (rule: string) => RuleText | undefined;
}

export interface RuleText {
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  readonly severity: Severity;
}
