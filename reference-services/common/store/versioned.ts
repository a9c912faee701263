/** A record and how often it was written. The version is what its entity tag says. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: number;
}

/** The record that a request names is not there, or not in this tenant. */
export interface Missing {
  readonly kind: 'missing';
}

/** The record has been changed since the caller read it. */
export interface Stale {
  readonly kind: 'stale';
}

export type Changed<T> = ({ readonly kind: 'changed' } & Versioned<T>) | Missing | Stale;
export type Removed = { readonly kind: 'removed' } | Missing | Stale;

export const missing: Missing = { kind: 'missing' };
export const stale: Stale = { kind: 'stale' };

/** After a conditional write that touched no row: say why. */
export function missingOrStale(rows: readonly unknown[]): Missing | Stale {
  return rows.length === 0 ? missing : stale;
}
