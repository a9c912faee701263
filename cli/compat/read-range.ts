import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { mergeBase } from './git.ts';

/** `v1.0.0..HEAD`, `v1.0.0..` (up to the files on disk) and `main...HEAD` (since they parted), as git writes them. */
export function readRange(
  text: string,
  { cwd, root }: { readonly cwd: string; readonly root: string },
): { readonly before: string; readonly after: string | undefined } | undefined {
  const match = /^([^./].*?)(\.{2,3})(?!\.)(.*)$/s.exec(text);
  if (match === null || existsSync(resolve(cwd, text))) return undefined;
  const [, from = '', dots, to = ''] = match;
  if (to.startsWith('/')) return undefined;
  const after = to === '' ? undefined : to;
  return { before: dots === '...' ? mergeBase(root, from, after ?? 'HEAD') : from, after };
}
