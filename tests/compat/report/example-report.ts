import type { Comparison, DiffReport, ReportedChange } from '../../../core/compat/report/report.ts';
import { readContract } from '../../../core/contract/read.ts';
import type { Schema } from '../../../core/contract/schema.ts';
import { Node } from '../../../core/source/node.ts';
import { parseSource } from '../../../core/source/parse.ts';
import type { Source } from '../../../core/source/source.ts';
import { Workspace } from '../../../core/source/workspace.ts';

export function sourceOf(path: string, text: string): Source {
  return parseSource(path, text).source;
}

export const before = sourceOf('shop/releases/1.0.0.yaml', 'info:\n  title: Old\nlimit: 100\n');
export const after = sourceOf('shop/openapi.yaml', 'info:\n  title: New\n\nlimit: 50\n');

/** A schema to fill the places that the printers do not look at. */
function anySchema(): Schema {
  const workspace = new Workspace({ files: { read: (path) => ({ refusal: `points to ${path}` }) } });
  const text =
    'openapi: 3.1.1\ninfo: { title: x, version: 1.0.0 }\npaths: {}\ncomponents: { schemas: { Any: { type: string } } }\n';
  const root = workspace.add('any.yaml', text);
  if (!(root instanceof Node)) throw new Error('The text is well-formed.');
  const dialect = { spec: 'openapi', version: '3.1.1', line: '3.1' } as const;
  const schema = readContract(root, dialect, workspace).contract.schemas.get('Any');
  if (schema === undefined) throw new Error('The contract has this schema.');
  return schema;
}

const schema = anySchema();

export function witness(
  parts: Pick<NonNullable<ReportedChange['witness']>, 'part' | 'name' | 'acceptedBy'>,
  value: NonNullable<ReportedChange['witness']>['answer']['value'],
  reason = '/limit must be at most 50, but is 51',
): NonNullable<ReportedChange['witness']> {
  const [first, second] = [before.at('/limit'), after.at('/limit')];
  const answer = { kind: 'witness', value, pointer: '/limit', keyword: 'maximum', reason, first, second } as const;
  return { ...parts, answer, accepting: schema, refusing: schema };
}

export function change(parts: Partial<ReportedChange> = {}): ReportedChange {
  return {
    rule: 'request-maximum-decreased',
    verdict: 'breaking',
    message: 'The maximum was lowered (100 → 50). Go on accepting what was legal.',
    before: before.at('/limit'),
    after: after.at('/limit'),
    subject: 'POST /search',
    witness: witness({ part: 'request-body', name: 'application/json', acceptedBy: 'old' }, { limit: 51 }),
    undecided: undefined,
    fingerprint: '0123456789abcdef',
    accepted: undefined,
    ...parts,
  };
}

export function comparison(parts: Partial<Comparison> = {}): Comparison {
  return {
    contract: 'shop/openapi.yaml',
    before: { path: 'shop/releases/1.0.0.yaml', revision: undefined },
    after: { path: 'shop/openapi.yaml', revision: undefined },
    outcome: 'compared',
    unreadable: [],
    changes: [change()],
    leastVersion: '2.0.0',
    announced: false,
    ...parts,
  };
}

export function report(parts: Partial<DiffReport> = {}): DiffReport {
  const describe = () => undefined;
  return { comparisons: [comparison()], findings: [], profile: 'standard', toolVersion: '1.2.3', describe, ...parts };
}
