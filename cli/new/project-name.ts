import { isBuiltin } from 'node:module';
import { UsageError } from '../../core/diagnostics/usage-error.ts';

/**
 * Refuses what cannot name a package, a folder and an image at once: npm takes no other characters, and no name of a
 * module of Node's own; Windows reserves the names of devices.
 */
export function refuseBadName(name: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 64) {
    throw new UsageError(
      `${JSON.stringify(name)} cannot be a name. Take up to 64 lower-case letters and digits, in words with hyphens between them, such as "order-service".`,
    );
  }
  if (isBuiltin(name) || name === 'node-modules' || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(name))
    throw new UsageError(`The name "${name}" is reserved. Choose another.`);
}
