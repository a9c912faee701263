/** An event of the platform as far as all of them are alike. */
export interface RecordingEvent {
  readonly id: string;
  readonly source: string;
  readonly time: string;
  readonly tenantid: string;
  readonly data: { readonly recordingId: string; readonly transcriptId?: string };
}

/** What came of an event. */
export type Outcome =
  /** Something was written. */
  | 'applied'
  /** A later event, or a person, has written already what it tells of. */
  | 'outdated'
  /** It is kept until its recording is there. */
  | 'waiting'
  /** It tells nothing: it came before, it is our own, or a person deleted what it is about. */
  | 'ignored';

/** The `source` of the events that this service publishes. */
export const ownSource = '/services/metadata';
