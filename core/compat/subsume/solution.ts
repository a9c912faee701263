import type { Json } from '../../source/json.ts';

/** A value that satisfies some atoms; or that surely there is none; or that none was found. */
export type Solution =
  | { readonly kind: 'solved'; readonly value: Json }
  | { readonly kind: 'none' }
  | { readonly kind: 'unsure'; readonly reason: string };

export const none: Solution = { kind: 'none' };

export function solved(value: Json): Solution {
  return { kind: 'solved', value };
}

export function unsure(reason: string): Solution {
  return { kind: 'unsure', reason };
}
