import type { Principal } from '../../common/auth/token-verifier.ts';
import type { Clock } from '../../common/clock.ts';
import type { Outbox } from '../../common/events/outbox/outbox.ts';
import type { CreatingDeps } from '../../common/service/create-once.ts';
import type { Context } from '../generated/index.ts';
import type { PublishTranscript } from './publish-transcript.ts';
import type { Recordings } from './store/recordings.ts';
import type { Segments } from './store/segments.ts';
import type { Speakers } from './store/speakers.ts';
import type { Transcripts } from './store/transcripts.ts';

/** All that the handlers use. Tests pass the real things with other settings. */
export interface MetadataDeps extends CreatingDeps {
  readonly clock: Clock;
  readonly recordings: Recordings;
  readonly transcripts: Transcripts;
  readonly segments: Segments;
  readonly speakers: Speakers;
  readonly outbox: Outbox;
  /** Tells the pipeline of what a client put in, in the transaction of the write. */
  readonly publishTranscript: PublishTranscript;
  readonly maxBodyBytes: number;
}

/** What every handler gets whose caller is known. */
export type Asked = Context<MetadataDeps, Principal>;
