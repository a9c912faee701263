/** What a fault is done to, and what must be there afterwards. */
export interface Fault {
  /** As in `npm run faults -- --only kill-worker`. */
  readonly name: string;
  /** For the table. */
  readonly title: string;
  /** Rejects when anything was lost or doubled. */
  readonly run: (report: Report) => Promise<Outcome>;
}

/** Says how far it is, for people who wait. */
export type Report = (progress: string) => void;

export interface Outcome {
  readonly recordings: number;
  readonly vectors: number;
  readonly lost: number;
  readonly doubled: number;
  readonly deadLetters: number;
  /** What was done to the platform, counted. */
  readonly note: string;
}
