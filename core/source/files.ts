import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { defaultLimits } from './limits.ts';
import type { FileReader } from './workspace.ts';

/**
 * Reads the files below `root` and nothing else: a path that leaves it, also by a symbolic link, and anything that is
 * not a regular file is refused before it is opened.
 */
export function projectFiles(root: string): FileReader {
  let realRoot: string | undefined;
  return {
    read(path) {
      try {
        realRoot ??= realpathSync(root);
        const real = realpathSync(join(root, path));
        const inside = relative(realRoot, real);
        if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
          return {
            refusal: `leads to ${path}, a link that leaves the project root, where nothing is read`,
            outside: true,
          };
        }
        const stats = statSync(real);
        if (!stats.isFile()) return { refusal: `points to ${path}, which is not a file` };
        if (stats.size > defaultLimits.characters * 4)
          return { refusal: `points to ${path}, which is too large (${stats.size} bytes)` };
        return { text: readFileSync(real, 'utf8') };
      } catch (error) {
        return { refusal: `points to ${path}, ${whyUnreadable(error)}` };
      }
    },
  };
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'which does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'which may not be read';
  return 'which cannot be read';
}
