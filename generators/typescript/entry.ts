import { propertyKey } from './names.ts';

/**
 * `key: value` in an object literal. Where the key is also a member of every object (`constructor`, `toString`), TypeScript
 * infers the value from that member instead of the declared type; `as const` keeps its literals.
 */
export function printEntry(name: string, value: string): string {
  return `${propertyKey(name)}: ${value}${name in Object.prototype ? ' as const' : ''}`;
}
