/** `/pets/{petId}` and `/pets/{id}` are one path: the names in braces are never sent. A slash at the end counts. */
export function pathShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}

/** From the name of each parameter in one template to the one at the same place in the other. */
export function renamedParameters(before: readonly string[], after: readonly string[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  before.forEach((name, i) => {
    const other = after[i];
    if (other !== undefined && other !== name) renamed.set(name, other);
  });
  return renamed;
}

/** The names in braces, in order. */
export function templateNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '');
}
