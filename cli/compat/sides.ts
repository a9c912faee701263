import type { FileReader } from '../../core/source/workspace.ts';

/** Where the files of one side come from: a folder on disk, or a git revision of it. */
export interface Origin {
  readonly files: FileReader;
  /** The name of the revision; undefined for files on disk. */
  readonly revision: string | undefined;
}

/** One version of a contract, not read yet. */
export interface Side {
  readonly origin: Origin;
  /** Relative to the origin's root, with forward slashes. */
  readonly path: string;
  /** The text, where it stands in no file: standard input. */
  readonly text?: string;
}

/** What is to be compared. One side is missing for a contract that is new or gone. */
export interface Pair {
  /** How people name the contract. */
  readonly contract: string;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  /** Which frozen release `before` is; undefined when it is none. The version is held against the newest one. */
  readonly release: 'newest' | 'older' | undefined;
}
