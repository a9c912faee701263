/**
 * A value of the model as plain data: maps become objects, locations and whatever says nothing
 * (undefined, false, empty lists) are left out. What remains can be compared as a whole.
 */
export function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [key, plain(each)]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, each]) => !left.has(key) && !isSilent(each, key));
  return Object.fromEntries(kept.map(([key, each]) => [key, plain(each)]));
}

const left = new Set(['location', 'usedAt', 'root', 'objects', 'components']);

function isSilent(value: unknown, key: string): boolean {
  if (value instanceof Map) return value.size === 0;
  if (key === 'always') return value === undefined;
  // An enum without values is a statement: nothing fits.
  if (Array.isArray(value)) return value.length === 0 && key !== 'enum';
  return value === undefined || value === false;
}
