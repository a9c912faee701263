import type { Clock } from '../../../common/clock.ts';
import type { Queryable } from '../../../common/database/database.ts';
import type { Feedback, FeedbackCreate } from '../../generated/types.ts';

export type FeedbackStore = ReturnType<typeof createFeedbackStore>;

/** Verdicts on hits, without the users who gave them. */
export function createFeedbackStore(clock: Clock) {
  return {
    async add(tx: Queryable, tenant: string, given: FeedbackCreate): Promise<Feedback> {
      const createdAt = clock().toISOString();
      await tx.query(
        `INSERT INTO search_feedback (tenant_id, query, segment_id, verdict, position, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [tenant, given.query, given.segmentId, given.verdict, given.position ?? null, createdAt],
      );
      return { ...given, createdAt };
    },
  };
}
