import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import { exchangeOf } from './exchange.ts';
import { type Comparison, type DiffReport, nameOf, type ReportedChange } from './report.ts';

/** Changes as findings, for the formats that know nothing else: SARIF, GitHub annotations, JUnit. */
export function asDiagnostics({ comparisons, findings }: DiffReport): readonly Diagnostic[] {
  return [
    ...findings,
    ...comparisons.flatMap((comparison) => comparison.changes.map((change) => asDiagnostic(change, comparison))),
  ];
}

function asDiagnostic(change: ReportedChange, { contract, before, announced }: Comparison): Diagnostic {
  const { rule, subject, message, accepted, witness } = change;
  const exchange =
    witness === undefined || change.verdict === 'info' ? '' : ` ${exchangeOf({ subject, witness }).claim}.`;
  const decision =
    accepted === undefined ? '' : ` Accepted by ${accepted.by} until ${accepted.until}: ${accepted.because}`;
  // In a shared file the place does not say whose promise it is.
  const who = change.after.source.path === contract || subject === contract ? subject : `${contract}, ${subject}`;
  return {
    rule,
    severity:
      accepted !== undefined || (announced && change.verdict === 'breaking') ? 'info' : severities[change.verdict],
    message: `${who}: ${message}${exchange}${decision}`,
    location: change.after,
    related: [{ message: before === undefined ? 'Before' : `Before, in ${nameOf(before)}`, location: change.before }],
    // Two contracts that share a schema have the same change in one place; services that collect findings would drop one.
    fingerprint: `${change.fingerprint}:${contract}`,
  };
}

const severities: Readonly<Record<ReportedChange['verdict'], Severity>> = {
  breaking: 'error',
  warning: 'warning',
  info: 'info',
};
