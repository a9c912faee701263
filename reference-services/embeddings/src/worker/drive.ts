import { isDatabaseUnavailable } from '../../../common/database/failure.ts';
import { patiently } from '../../../common/events/patiently.ts';
import type { Logger } from '../../../common/logging.ts';
import { type Problem, problem } from '../../../common/problem.ts';
import { IndexUnavailableError } from '../../../common/vectors/vector-index.ts';
import { PermanentError } from '../../../events/nlp-postprocessed/generated/index.ts';
import { MetadataAwayError } from '../recordings-of-metadata.ts';
import { LeaseLostError, RecordingBusyError } from '../store/attempts.ts';
import type { JobRow } from '../store/job-row.ts';
import { type EmbedParts, embed } from './embed.ts';

export interface DriveParts extends EmbedParts {
  readonly logger: Logger;
  /** Aborted when the service stops. */
  readonly signal: AbortSignal;
}

export const mostAttempts = 3;
const retryDelaySeconds = [5, 30];

/** One attempt at a job. Throws when it failed; the job says then why, and when the next attempt may start. */
export async function drive(job: JobRow, attempt: number, parts: DriveParts): Promise<void> {
  const { attempts, metrics, logger, signal, clock } = parts;
  const stopTimer = metrics.duration.startTimer();
  let held: JobRow | undefined;
  const work = patiently(
    async () => {
      held = await attempts.begin(job, attempt, held);
      if (held !== undefined) await embed(held, parts);
    },
    { isAway, signal },
  );
  try {
    await work(undefined, undefined);
    metrics.attempts.inc({ outcome: 'succeeded' });
  } catch (error) {
    const isLast = attempt >= mostAttempts || error instanceof PermanentError;
    metrics.attempts.inc({ outcome: isLast ? 'failed' : 'repeated' });
    logger.warn({ error, jobId: job.id, attempt }, 'attempt failed');
    const delayMs = (retryDelaySeconds[attempt - 1] ?? 30) * 1000;
    const next = isLast ? undefined : new Date(clock().getTime() + delayMs);
    // What another worker has taken over is not ours to end.
    if (!(error instanceof LeaseLostError)) {
      await attempts.fail(held ?? job, problemOf(error), next).catch((late: unknown) => {
        logger.warn({ error: late, jobId: job.id }, 'failure not noted');
      });
    }
    throw error;
  } finally {
    stopTimer();
  }
}

/** Something else is away or busy, and will be back; the job is not to blame. */
export function isAway(error: unknown): boolean {
  const isBusy = error instanceof RecordingBusyError || error instanceof MetadataAwayError;
  if (isBusy || error instanceof IndexUnavailableError || isDatabaseUnavailable(error)) return true;
  return error instanceof Error && error.cause !== undefined && isAway(error.cause);
}

/** The log has the error itself, which may hold what a caller must not see. */
function problemOf(error: unknown): Problem {
  if (error instanceof PermanentError) return problem('unprocessable', error.message);
  if (isAway(error))
    return problem('service-unavailable', 'Something that the work needs did not answer for too long.');
  return problem('internal-error', 'The vectors could not be made or written. The log says why.');
}
