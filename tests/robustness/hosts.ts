import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Host } from './mutant.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The repository's own contracts and fixtures, by their paths below the root. */
export function hosts(): readonly Host[] {
  const paths = globSync(['contracts/*/{openapi,asyncapi}.yaml', 'tests/structure/fixtures/**/*.yaml'], { cwd: root });
  return paths.sort().map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
}

export const projectRoot = root;
