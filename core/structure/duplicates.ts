import { isArray, isObject, type Json } from '../source/json.ts';

/** The first two equal items of a list, by index. Linear, where comparing each with each would stall on a long list. */
export function duplicatesIn(items: readonly Json[]): readonly [first: number, second: number] | undefined {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const text = canonical(item);
    const first = seen.get(text);
    if (first !== undefined) return [first, index];
    seen.set(text, index);
  }
  return undefined;
}

export function hasDuplicates(items: readonly Json[]): boolean {
  return duplicatesIn(items) !== undefined;
}

/** Equal texts for equal values: the order of keys does not count, and 1.0 is 1. */
function canonical(value: Json): string {
  if (isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}
