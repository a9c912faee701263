export function intersection<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...a].filter((member) => b.has(member)));
}

export function disjoint<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const member of a) if (b.has(member)) return false;
  return true;
}
