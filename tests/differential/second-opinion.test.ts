import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { judgeDocument } from '../../scripts/conformance/judge-document.ts';
import { secondOpinion } from '../../scripts/conformance/second-opinion.ts';
import { type Disagreement, disagreements } from './disagreements.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = globSync(
  ['contracts/*/{openapi,asyncapi}.yaml', 'tests/rules/{openapi,asyncapi,examples}/*/{good,bad}*.yaml'],
  { cwd: root },
).sort();

test('our verdicts are those of swagger-parser and asyncapi/parser, but for the disagreements that have a reason', {
  timeout: 120_000,
}, async () => {
  const used = new Set<string>();
  const unexplained: string[] = [];
  for (const path of documents) {
    const apart = await disagreementOn(path);
    if (apart === undefined) continue;
    const reasons = disagreements.flatMap((known) => explains(known, apart));
    for (const reason of reasons) used.add(reason);
    if (reasons.length === 0) unexplained.push(`${path}: ${apart.who} reject: ${apart.reasons.join(' | ')}`);
  }
  expect(unexplained).toEqual([]);
  expect([...used].sort()).toEqual(disagreements.flatMap(keysOf).sort());
});

interface Apart {
  readonly who: 'we' | 'they';
  /** Our rules, or their words. */
  readonly reasons: readonly string[];
}

async function disagreementOn(path: string): Promise<Apart | undefined> {
  const { errors } = await judgeDocument(root, path);
  const { verdict, reasons } = await secondOpinion(root, path);
  if (errors.length > 0 === (verdict === 'invalid')) return undefined;
  return errors.length > 0 ? { who: 'we', reasons: errors.map(({ rule }) => rule) } : { who: 'they', reasons };
}

/** The keys of the entry that account for the disagreement: all of our rules, or their first reason. */
function explains(known: Disagreement, { who, reasons }: Apart): readonly string[] {
  if ('weReject' in known) {
    return who === 'we' && reasons.every((rule) => known.weReject.includes(rule)) ? [...new Set(reasons)] : [];
  }
  return who === 'they' && known.theyReject.test(reasons[0] ?? '') ? [String(known.theyReject)] : [];
}

/** What has to happen somewhere for the entry to stay. */
function keysOf(known: Disagreement): readonly string[] {
  return 'weReject' in known ? known.weReject : [String(known.theyReject)];
}
