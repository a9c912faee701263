import { type Dirent, existsSync, globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

/** What Docker would send to a build: the files of the repository that its `.dockerignore` lets through. */
export function contextOf(root: string, dockerfile: string): readonly string[] {
  const file = join(root, `${dockerfile}.dockerignore`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const rules = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  // Looking into what no rule lets through again would take long.
  const exclude = ({ name }: Dirent) => ['node_modules', '.git', '.data'].includes(name);
  const files = globSync('**', { cwd: root, exclude, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const hidden = ['.npmrc'].filter((name) => existsSync(join(root, name)));
  return [...new Set([...paths, ...hidden])].filter((path) => !isIgnored(path, rules)).sort();
}

/** The last rule that matches the path or a folder above it decides. */
function isIgnored(path: string, rules: readonly string[]): boolean {
  const parts = path.split('/');
  const above = parts.map((_, place) => parts.slice(0, place + 1).join('/'));
  return rules.reduce((ignored, rule) => {
    const pattern = rule.replace(/^!/, '');
    return above.some((one) => matchesGlob(one, pattern)) ? !rule.startsWith('!') : ignored;
  }, false);
}
