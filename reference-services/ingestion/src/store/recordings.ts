import type { Queryable } from '../../../common/database/database.ts';
import type { StoreContext } from '../../../common/store/context.ts';

export interface NewRecording {
  readonly sha256: string;
  readonly storageKey: string;
  readonly uploadId: string;
}

export interface KnownRecording {
  readonly id: string;
  readonly ingestedAt: string;
  /** False when the tenant had these bytes before. */
  readonly isNew: boolean;
}

export type Recordings = ReturnType<typeof createRecordings>;

/** The contents that each tenant has. */
export function createRecordings({ database, clock, newId }: StoreContext) {
  return { has, record };

  async function has(tenant: string, sha256: string): Promise<boolean> {
    const found = await database.query('SELECT 1 FROM ingested_recordings WHERE tenant_id = $1 AND sha256 = $2', [
      tenant,
      sha256,
    ]);
    return found.length > 0;
  }

  /** One that another transaction is writing right now is waited for. */
  async function record(tx: Queryable, tenant: string, content: NewRecording): Promise<KnownRecording> {
    const [made] = await tx.query<{ id: string; ingested_at: Date }>(
      `INSERT INTO ingested_recordings (id, tenant_id, sha256, storage_key, upload_id, ingested_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, sha256) DO NOTHING RETURNING id, ingested_at`,
      [newId('rec'), tenant, content.sha256, content.storageKey, content.uploadId, clock().toISOString()],
    );
    if (made !== undefined) return { id: made.id, ingestedAt: made.ingested_at.toISOString(), isNew: true };
    const [known] = await tx.query<{ id: string; ingested_at: Date }>(
      'SELECT id, ingested_at FROM ingested_recordings WHERE tenant_id = $1 AND sha256 = $2',
      [tenant, content.sha256],
    );
    if (known === undefined) throw new Error('A recording that stood in the way of its like is not there.');
    return { id: known.id, ingestedAt: known.ingested_at.toISOString(), isNew: false };
  }
}
