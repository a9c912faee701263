import { isDatabaseUnavailable } from '../../../common/database/failure.ts';
import { patiently } from '../../../common/events/patiently.ts';
import type { Logger } from '../../../common/logging.ts';
import { type Problem, problem } from '../../../common/problem.ts';
import { PermanentError } from '../../../events/transcription-completed/generated/index.ts';
import type { JobRow } from '../store/job-row.ts';
import { type PostprocessParts, postprocess } from './postprocess.ts';

export interface DriveParts extends PostprocessParts {
  readonly logger: Logger;
  /** Aborted when the service stops. */
  readonly signal: AbortSignal;
}

export const mostAttempts = 3;
const retryDelaySeconds = [5, 30];

/** One attempt at a job. Throws when it failed; the job says then why. */
export async function drive(job: JobRow, attempt: number, parts: DriveParts): Promise<void> {
  const { attempts, metrics, logger, signal, clock } = parts;
  const stopTimer = metrics.duration.startTimer();
  try {
    const work = patiently(() => postprocess(job, attempt, parts), { signal });
    await work(undefined, undefined);
    metrics.attempts.inc({ outcome: 'succeeded' });
  } catch (error) {
    const isLast = attempt >= mostAttempts || error instanceof PermanentError;
    metrics.attempts.inc({ outcome: isLast ? 'failed' : 'repeated' });
    logger.warn({ error, jobId: job.id, attempt }, 'attempt failed');
    const delayMs = (retryDelaySeconds[attempt - 1] ?? 30) * 1000;
    const next = isLast ? undefined : new Date(clock().getTime() + delayMs);
    await attempts.fail(job, attempt, problemOf(error), next).catch((late: unknown) => {
      logger.warn({ error: late, jobId: job.id }, 'failure not noted');
    });
    throw error;
  } finally {
    stopTimer();
  }
}

/** The log has the error itself, which may hold what a caller must not see. */
function problemOf(error: unknown): Problem {
  if (error instanceof PermanentError) return problem('unprocessable', error.message);
  if (isDatabaseUnavailable(error)) return problem('service-unavailable', 'The database did not answer for too long.');
  return problem('internal-error', 'The transcript could not be processed. The log says why.');
}
