import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectMarkers } from './config/load.ts';
import { isInside } from './inputs.ts';

/** The nearest project at or above `folder` that holds `path` as well; undefined when they have none in common. */
export function projectAround(folder: string, path: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (isInside(at, path) && projectMarkers.some((name) => existsSync(join(at, name)))) return at;
    if (dirname(at) === at) return undefined;
  }
}
