import type { Schema } from '../../contract/schema.ts';

/** What a sender says about a member of an object. */
export type Member =
  | { readonly kind: 'described'; readonly schemas: readonly Schema[] }
  /** Nothing: it may send anything under this name, but knows nothing of it. */
  | { readonly kind: 'open' }
  | { readonly kind: 'never' };

/** What the schemas `parts`, which all hold, say about the member `name`. */
export function memberOf(name: string, parts: readonly Schema[]): Member {
  const schemas: Schema[] = [];
  for (const { properties, patternProperties, additionalProperties } of parts) {
    const own = properties?.get(name);
    const matching = [...(patternProperties ?? [])]
      .filter(([pattern]) => matches(pattern, name))
      .map(([, each]) => each);
    if (own !== undefined) schemas.push(own);
    schemas.push(...matching);
    if (own !== undefined || matching.length > 0 || additionalProperties === undefined) continue;
    if (additionalProperties.always !== true) schemas.push(additionalProperties);
  }
  if (schemas.some(({ always }) => always === false)) return { kind: 'never' };
  return schemas.length === 0 ? { kind: 'open' } : { kind: 'described', schemas };
}

/** What they say about the item at `index`; nothing when anything may stand there. */
export function itemAt(index: number, parts: readonly Schema[]): readonly Schema[] {
  return parts.flatMap(({ prefixItems, items }) => prefixItems?.[index] ?? items ?? []);
}

/** A pattern that is none matches nothing. */
export function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}
