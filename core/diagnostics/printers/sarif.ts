import { createHash } from 'node:crypto';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { Location } from '../location.ts';
import type { Report } from './report.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, which code-scanning services read. */
export function printSarif({ diagnostics, toolVersion, describe }: Report): string {
  const ids = [...new Set(diagnostics.map(({ rule }) => rule))];
  const rules = ids.map((id) => {
    const rule = describe(id);
    if (rule === undefined) return { id };
    return {
      id,
      shortDescription: { text: rule.summary },
      fullDescription: { text: rule.why },
      help: { text: rule.fix },
      defaultConfiguration: { level: levels[rule.severity] },
    };
  });
  const driver = { name: 'ai2text-contracts', version: toolVersion, rules };
  const results = diagnostics.map((diagnostic) => result(diagnostic, ids.indexOf(diagnostic.rule)));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(diagnostic: Diagnostic, ruleIndex: number): object {
  const { rule, severity, message, location, related } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [physical(location)],
    ...(related === undefined
      ? {}
      : { relatedLocations: related.map((one) => ({ ...physical(one.location), message: { text: one.message } })) }),
    partialFingerprints: { 'ai2text/v1': diagnostic.fingerprint ?? fingerprint(rule, location) },
  };
}

function physical({ source, pointer, range: { start, end } }: Location): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: source.path.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
    logicalLocations: [{ fullyQualifiedName: pointer === '' ? '/' : pointer }],
  };
}

/** Stays the same when lines move: the rule, the file and the pointer. */
function fingerprint(rule: string, { source, pointer }: Location): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, source.path, pointer]))
    .digest('hex')
    .slice(0, 32);
}
