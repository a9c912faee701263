// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { setMember } from './json.ts';

/** A copy in which every file is an empty string, which is how JSON Schema sees bytes (`format: binary`). */
export function withoutBinary(value: unknown): unknown {
  if (value instanceof Blob || value instanceof Uint8Array) return '';
  if (Array.isArray(value)) return value.map(withoutBinary);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) setMember(copy, name, withoutBinary(member));
  return copy;
}
