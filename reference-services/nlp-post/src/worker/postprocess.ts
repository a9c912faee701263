import type { Clock } from '../../../common/clock.ts';
import type { Database } from '../../../common/database/database.ts';
import { fingerprint } from '../../../common/fingerprint.ts';
import { PermanentError } from '../../../events/transcription-completed/generated/index.ts';
import type { WorkerMetrics } from '../metrics.ts';
import type { Attempts } from '../store/attempts.ts';
import { type JobRow, optionsOf } from '../store/job-row.ts';
import { findTranscript, lockAnnounced, noteAnnounced } from '../store/transcripts.ts';
import { rulesVersion } from '../text/process-text.ts';
import type { Announce } from './announce.ts';
import { processTranscript } from './sentences.ts';

export interface PostprocessParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly attempts: Attempts;
  readonly announce: Announce;
  readonly metrics: WorkerMetrics;
}

/** What the contract of the event allows. */
const mostSentences = 20_000;

/**
 * Processes the transcript of a job and tells of it, both or neither. What an event brings that was told already, by the same
 * rules, is not told again; what somebody asked for always is.
 */
export async function postprocess(job: JobRow, attempt: number, parts: PostprocessParts): Promise<void> {
  const { database, clock, attempts, announce, metrics } = parts;
  const { tenant_id: tenant, transcript_id: id } = job;
  const startedAt = clock();
  const transcript = await findTranscript(database, tenant, id);
  if (transcript === undefined) throw new PermanentError(`The transcript ${id} is not stored.`);
  const options = optionsOf(job);
  const processed = processTranscript(transcript, options);
  const { sentences, redactions } = processed;
  if (sentences.length > mostSentences) throw new PermanentError(`The transcript has ${sentences.length} sentences.`);
  const redactionCount = redactions.reduce((sum, { count }) => sum + count, 0);
  const { language, segments } = transcript;
  const mark = fingerprint({ rulesVersion, options, language, segments });

  await database.transaction(async (tx) => {
    const announced = await lockAnnounced(tx, tenant, id);
    const current = await attempts.lock(tx, job.id);
    if (current === undefined || announced === undefined) return;
    const isOld = job.happened_at !== null && job.happened_at < announced.happenedAt;
    if (isOld) return attempts.end(tx, current, { status: 'cancelled', attempt, startedAt });
    const hasChanged = announced.happenedAt.getTime() !== transcript.happenedAt.getTime();
    if (hasChanged) throw new Error('A later event has replaced the transcript while it was processed.');
    if (job.driver === 'runner' || announced.fingerprint !== mark) {
      await announce(tx, job, language, processed);
      await noteAnnounced(tx, tenant, id, mark);
    }
    const counts = { sentenceCount: sentences.length, redactionCount };
    await attempts.end(tx, current, { status: 'succeeded', attempt, startedAt, ...counts });
  });
  metrics.sentences.inc(sentences.length);
  for (const { patternId, count } of redactions) metrics.redactions.inc({ pattern: patternId }, count);
}
