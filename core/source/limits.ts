/** Bounds on what a document may cost. Far above every real contract, far below what hurts the machine. */
export interface Limits {
  /** Characters in one file. */
  readonly characters: number;
  /** Collections inside collections. */
  readonly depth: number;
  /** Values after every YAML alias is written out: an alias bomb is small as text and vast as a tree. */
  readonly values: number;
  /** Files that one contract may pull in. */
  readonly files: number;
}

export const defaultLimits: Limits = { characters: 32_000_000, depth: 200, values: 5_000_000, files: 2_000 };
