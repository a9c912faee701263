import type { Diagnostic, Severity } from '../core/diagnostics/diagnostic.ts';
import type { Location } from '../core/diagnostics/location.ts';

/**
 * The finding that a target cannot express something. A `warning` when what it prints falls short of the contract, an
 * `info` when only a constraint is lost that types never carry.
 */
export function unsupported(
  what: string,
  location: Location,
  message: string,
  severity: Severity = 'warning',
): Diagnostic {
  return { rule: `unsupported-${what}`, severity, message, location };
}

/** Keeps each finding once: a schema that is printed for two directions would report twice. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ rule, message, location }) => {
    const identity = `${location.source.path}#${location.pointer} ${rule} ${message}`;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}
