/** Columns are null where the contract leaves a member out. */
export function present<T extends object>(members: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const entries = Object.entries(members).filter(([, value]) => value !== null);
  // The compiler cannot follow a filter through Object.fromEntries: the names are those of T, and no null is left.
  return Object.fromEntries(entries) as { [Name in keyof T]?: NonNullable<T[Name]> };
}
