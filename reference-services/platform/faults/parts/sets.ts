export interface Difference {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** What is missing from what must be there, and what is there more than once or should not be. */
export function compare(wanted: Iterable<string>, found: readonly string[]): Difference {
  const expected = new Set(wanted);
  const seen = new Set<string>();
  const doubled: string[] = [];
  for (const one of found) {
    if (seen.has(one) || !expected.has(one)) doubled.push(one);
    seen.add(one);
  }
  return { lost: [...expected].filter((one) => !seen.has(one)), doubled };
}
