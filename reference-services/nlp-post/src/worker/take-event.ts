import { patiently } from '../../../common/events/patiently.ts';
import type { Handler } from '../../../events/transcription-completed/generated/index.ts';
import type {
  TranscriptionCompleted,
  TranscriptionCompletedV1Message,
} from '../../../events/transcription-completed/generated/types.ts';
import type { JobRow } from '../store/job-row.ts';
import type { Jobs } from '../store/jobs.ts';
import { keepTranscript } from '../store/transcripts.ts';
import { type DriveParts, drive, mostAttempts } from './drive.ts';

export interface EventParts extends DriveParts {
  readonly jobs: Jobs;
}

/** What is done with each `transcription.completed.v1`: each of its deliveries is an attempt at the one job that it stands for. */
export function takeEvent(parts: EventParts): Handler<TranscriptionCompletedV1Message> {
  return async ({ payload }, { deliveries }) => {
    const job = await accept(payload);
    if (!isOver(job)) await drive(job, Math.min(deliveries, mostAttempts), parts);
  };

  async function accept(event: TranscriptionCompleted): Promise<JobRow> {
    let job: JobRow | undefined;
    const store = patiently(
      async () => {
        job = await storeEvent(event, parts);
      },
      { signal: parts.signal },
    );
    await store(undefined, undefined);
    if (job === undefined) throw new Error('A job was stored, or storing it threw.');
    return job;
  }
}

function storeEvent(event: TranscriptionCompleted, { database, jobs }: EventParts): Promise<JobRow> {
  const { id: eventId, tenantid: tenantId, time, traceparent, data } = event;
  const { recordingId, transcriptId, language, segments } = data;
  return database.transaction(async (tx) => {
    const happenedAt = new Date(time);
    await keepTranscript(tx, { tenantId, id: transcriptId, recordingId, language, segments, happenedAt });
    const about = { tenantId, recordingId, transcriptId };
    return jobs.create(tx, { ...about, eventId, happenedAt, traceparent, driver: 'bus' });
  });
}

/** Done already. A dead letter that is sent again comes back to life. */
function isOver({ status }: JobRow): boolean {
  return status === 'succeeded' || status === 'cancelled';
}
