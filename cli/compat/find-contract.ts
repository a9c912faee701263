import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { isFrozen } from '../../core/releases/is-frozen.ts';
import type { Config } from '../config/config.ts';
import { contractsAt, isInside } from '../inputs.ts';

/** The one contract that `name` means: a file, its folder, or its name below a configured folder. Relative to the root. */
export function findContract(name: string, { root, contracts }: Config, cwd: string): string {
  const places = [resolve(cwd, name), ...contracts.map((folder) => join(root, folder, name))];
  const place = places.find((path) => existsSync(path));
  if (place === undefined)
    throw new UsageError(
      `There is no contract ${JSON.stringify(name)}. Name its file, its folder, or the folder's name.`,
    );
  if (!isInside(root, place)) throw new UsageError(`${name} lies outside the project ${root}. Run the command there.`);
  const found = contractsAt(place)
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => !isFrozen(path));
  const [path] = found;
  if (path === undefined) throw new UsageError(`No contract was found in ${JSON.stringify(name)}.`);
  if (found.length > 1) throw new UsageError(`${JSON.stringify(name)} holds ${found.join(' and ')}. Name one of them.`);
  return path;
}
