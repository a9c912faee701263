import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Location } from '../../diagnostics/location.ts';
import { countChanges } from './count.ts';
import { exchangeOf } from './exchange.ts';
import type { Comparison, DiffReport, ReportedChange, Version } from './report.ts';

/** For scripts: one object with the comparisons, their changes, and both places of each. */
export function printDiffJson({ comparisons, findings, profile, toolVersion }: DiffReport): string {
  const report = {
    tool: 'ai2text-contracts',
    version: toolVersion,
    profile,
    summary: countChanges(comparisons),
    comparisons: comparisons.map(comparisonJson),
    findings: findings.map(findingJson),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function comparisonJson({ contract, before, after, outcome, leastVersion, announced, changes }: Comparison): object {
  return {
    contract,
    outcome,
    before: versionJson(before),
    after: versionJson(after),
    ...(leastVersion === undefined ? {} : { leastVersion, announced }),
    changes: changes.map(changeJson),
  };
}

function versionJson(version: Version | undefined): object | null {
  if (version === undefined) return null;
  const { path, revision } = version;
  return revision === undefined ? { file: path } : { file: path, revision };
}

function changeJson({ witness, accepted, undecided, ...change }: ReportedChange): object {
  return {
    rule: change.rule,
    verdict: change.verdict,
    subject: change.subject,
    message: change.message,
    before: place(change.before),
    after: place(change.after),
    ...(witness === undefined
      ? {}
      : {
          witness: {
            part: witness.part,
            name: witness.name,
            acceptedBy: witness.acceptedBy,
            value: witness.answer.value,
            pointer: witness.answer.pointer,
            keyword: witness.answer.keyword,
            ...exchangeOf({ subject: change.subject, witness }),
          },
        }),
    ...(undecided === undefined ? {} : { undecided }),
    ...(accepted === undefined ? {} : { accepted }),
    fingerprint: change.fingerprint,
  };
}

function findingJson({ rule, severity, message, location }: Diagnostic): object {
  return { rule, severity, message, ...place(location) };
}

function place({ source, pointer, range: { start, end } }: Location): object {
  return {
    file: source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    pointer,
  };
}
