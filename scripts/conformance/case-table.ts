import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';

const verdicts = ['valid', 'invalid', 'unresolved', 'unread'] as const;

export type Verdict = (typeof verdicts)[number];

/** One line of a folder's `index.tsv`. */
export interface Case {
  readonly path: string;
  /** What people know of it; `unresolved`: its references lead nowhere, `unread`: nobody has judged it. */
  readonly verdict: Verdict;
  readonly spec: string;
}

/** The documents that `index.tsv` in `folder` lists; further columns tell where each comes from. */
export function readCaseTable(folder: string): readonly Case[] {
  const lines = readIndex(folder)
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.filter((line) => !line.startsWith('path\t')).map((line) => readCase(line, folder));
}

function readIndex(folder: string): string {
  try {
    return readFileSync(join(folder, 'index.tsv'), 'utf8');
  } catch {
    throw new UsageError(`${folder} has no readable index.tsv with the columns path, verdict and spec.`);
  }
}

function readCase(line: string, folder: string): Case {
  const [path = '', text = '', spec = ''] = line.split('\t');
  const verdict = verdicts.find((known) => known === text);
  if (path === '' || verdict === undefined) {
    throw new UsageError(
      `${folder}/index.tsv: "${line}" is not a path, a verdict (${verdicts.join(', ')}) and a spec.`,
    );
  }
  return { path, verdict, spec };
}
