import { refuse } from '../../common/service/answers.ts';
import type { AnyAnswer } from '../../common/service/service-deps.ts';
import { IndexUnavailableError } from '../../common/vectors/vector-index.ts';
import type { SearchDeps } from './deps.ts';

const retryAfterSeconds = 5;

/** Answers 503 when the vector index gives no answer. */
export async function unlessIndexAway(
  next: () => Promise<AnyAnswer>,
  { logger }: Pick<SearchDeps, 'logger'>,
): Promise<AnyAnswer> {
  try {
    return await next();
  } catch (error) {
    if (!(error instanceof IndexUnavailableError)) throw error;
    logger.warn({ error }, 'index unavailable');
    const detail = `The vector index does not answer. Try again in ${retryAfterSeconds} seconds.`;
    return { ...refuse('service-unavailable', detail), headers: { 'Retry-After': retryAfterSeconds } };
  }
}
