import type { Location } from './location.ts';

/** `error` fails a run, `warning` fails it under `--fail-on warning`, `info` never does. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One finding about a contract: what, where, and what to do. A wrong contract is always a value of this type and is
 * never thrown.
 */
export interface Diagnostic {
  /** The id of the rule that speaks, as `explain <id>` takes it. */
  readonly rule: string;
  readonly severity: Severity;
  /** One or two sentences: what is wrong, then what to do. */
  readonly message: string;
  readonly location: Location;
  /** Other places that belong to the story: the first of two duplicates, the schema that an example breaks. */
  readonly related?: readonly RelatedPlace[];
  /** Names the finding across runs; without one, printers make it from the rule and the place. */
  readonly fingerprint?: string;
}

export interface RelatedPlace {
  readonly message: string;
  readonly location: Location;
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** True when `severity` is at least as severe as `threshold`. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return ranks[severity] <= ranks[threshold];
}

/** By file, then position, then rule: the order in which a person works through a list. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    const byPath = compareText(a.location.source.path, b.location.source.path);
    if (byPath !== 0) return byPath;
    const byOffset = a.location.range.start.offset - b.location.range.start.offset;
    if (byOffset !== 0) return byOffset;
    return compareText(a.rule, b.rule) || compareText(a.message, b.message);
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
