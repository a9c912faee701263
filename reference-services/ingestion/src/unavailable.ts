import { problem } from '../../common/problem.ts';
import { HttpProblem } from '../generated/index.ts';

const retryAfterSeconds = 5;

/** The object store gave no answer: 503, and the same request may succeed later. */
export async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const detail = `The object store does not answer. Try again in ${retryAfterSeconds} seconds.`;
    const { status, ...about } = problem('service-unavailable', detail);
    throw new HttpProblem(status, { ...about, headers: { 'Retry-After': String(retryAfterSeconds) }, cause });
  }
}
