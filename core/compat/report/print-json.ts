import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Location } from '../../diagnostics/location.ts';
import { countChanges } from './count.ts';
import { type Exchange, exchangeOf } from './exchange.ts';
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

function comparisonJson({
  contract,
  before,
  after,
  outcome,
  unreadable,
  leastVersion,
  announced,
  changes,
}: Comparison): object {
  return {
    contract,
    outcome,
    ...(unreadable.length === 0 ? {} : { unreadable }),
    before: versionJson(before),
    after: versionJson(after),
    ...(leastVersion === undefined ? {} : { leastVersion, announced }),
    changes: changes.map((change) => changeJson(change, after)),
  };
}

function versionJson(version: Version | undefined): object | null {
  if (version === undefined) return null;
  const { path, revision } = version;
  return revision === undefined ? { file: path } : { file: path, revision };
}

/** Of a contract that is gone there is no newer place. */
function changeJson({ witness, accepted, undecided, ...change }: ReportedChange, version: Version | undefined): object {
  return {
    rule: change.rule,
    verdict: change.verdict,
    subject: change.subject,
    message: change.message,
    before: place(change.before),
    after: version === undefined ? null : place(change.after),
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
            ...exchangeJson(exchangeOf({ subject: change.subject, witness })),
          },
        }),
    ...(undecided === undefined ? {} : { undecided }),
    ...(accepted === undefined ? {} : { accepted }),
    fingerprint: change.fingerprint,
  };
}

function exchangeJson({ claim, text }: Exchange): object {
  return { claim, text };
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
