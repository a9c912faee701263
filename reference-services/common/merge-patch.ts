/** What a merge patch may say about `T`: anything of it anew, and `null` for members that it can do without. */
export type MergePatch<T> = {
  readonly [Name in keyof T]?: T[Name] | ({ readonly [Other in Name]?: T[Name] } extends Pick<T, Name> ? null : never);
};

/**
 * RFC 7396: `null` removes a member, an object is merged member by member, everything else replaces. Neither argument is
 * changed.
 */
export function mergePatch<T extends object>(target: T, patch: MergePatch<T>): T {
  return merge(target, patch) as T; // MergePatch<T> lets through only what keeps the shape of T
}

/** The same for values of any shape. */
export function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  // Members are collected in a map and never assigned, so that one called __proto__ is a member like any other.
  const members = new Map<string, unknown>(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) members.delete(name);
    else members.set(name, merge(members.get(name), value));
  }
  return Object.fromEntries(members);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
