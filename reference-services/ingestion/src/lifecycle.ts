import { completeUpload } from './complete.ts';
import type { IngestionDeps } from './deps.ts';

/** What a sweep found to do. */
export interface Swept {
  readonly recovered: number;
  readonly expired: number;
  readonly forgotten: number;
  readonly objects: number;
  readonly files: number;
}

const dayMs = 24 * 60 * 60 * 1000;
const keepUploadsMs = 30 * dayMs;
const verifyingMs = 10 * 60 * 1000;

/**
 * The rules of life: verifying that was interrupted is finished, uploads that nobody continues expire after a day, records of
 * uploads go 30 days after their end, and objects and files that nobody needs any more go at once or after a day.
 */
export async function sweep(deps: IngestionDeps): Promise<Swept> {
  const now = deps.clock().getTime();
  const recovered = await recover(deps, new Date(now - verifyingMs));
  const expired = await deps.resumable.expire();
  const forgotten = await deps.uploads.forget(new Date(now - keepUploadsMs));
  const objects = await deps.ledger.collect();
  const files = await deps.spool.sweep(new Date(now - dayMs));
  await deps.idempotency.sweep();
  return { recovered, expired, forgotten, objects, files };
}

/** Finishes what is `verifying` since then or longer, and says how many uploads that were. One that fails waits for the next. */
export async function recover(deps: IngestionDeps, before: Date): Promise<number> {
  let count = 0;
  for (const { value: upload } of await deps.resumable.unfinished(before)) {
    try {
      await completeUpload(deps, upload);
      count += 1;
    } catch (error) {
      deps.logger.warn({ error, uploadId: upload.id }, 'upload not finished yet');
    }
  }
  return count;
}
