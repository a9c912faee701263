import { createRequire } from 'node:module';

/** `refa` reads JavaScript's regular expressions. Loaded when a pattern is first compared: most contracts never need it. */
export function library(): typeof import('refa') {
  // What `require` gives has the types that the package declares.
  loaded ??= createRequire(import.meta.url)('refa') as typeof import('refa');
  return loaded;
}

let loaded: typeof import('refa') | undefined;
