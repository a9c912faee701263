import type { Queryable } from '../../../common/database/database.ts';
import type { StoreContext } from '../../../common/store/context.ts';

/** The vectors of one recording by one encoder. */
export interface PointsOf {
  readonly tenantId: string;
  readonly recordingId: string;
  readonly modelId: string;
}

export interface KnownPoint {
  /** Of what the index holds; `null` when it may hold nothing, or something older. */
  readonly fingerprint: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface PointState {
  readonly vectors: number;
  readonly updatedAt: Date | null;
}

export type Points = ReturnType<typeof createPoints>;

/** What the index holds, so that it need not be asked. */
export function createPoints({ database, clock }: Pick<StoreContext, 'database' | 'clock'>) {
  return { list, expect, written, forget, state };

  async function list(of: PointsOf): Promise<ReadonlyMap<string, KnownPoint>> {
    const rows = await database.query<PointRow>(
      `SELECT segment_id, fingerprint, created_at, updated_at FROM embedding_points
       WHERE tenant_id = $1 AND recording_id = $2 AND model_id = $3`,
      keyOf(of),
    );
    return new Map(rows.map((row) => [row.segment_id, pointOf(row)]));
  }

  /** Before points are written: should this process end now, the next attempt knows what to look after. */
  async function expect(of: PointsOf, segmentIds: readonly string[]): Promise<void> {
    await database.query(
      `INSERT INTO embedding_points (tenant_id, recording_id, model_id, segment_id, created_at, updated_at)
       SELECT $1, $2, $3, segment_id, $5, $5 FROM unnest($4::text[]) AS new (segment_id)
       ON CONFLICT (tenant_id, recording_id, model_id, segment_id) DO UPDATE SET fingerprint = NULL`,
      [...keyOf(of), segmentIds, clock().toISOString()],
    );
  }

  async function written(tx: Queryable, of: PointsOf, fingerprints: ReadonlyMap<string, string>): Promise<void> {
    await tx.query(
      `UPDATE embedding_points SET fingerprint = new.fingerprint, updated_at = $6
       FROM unnest($4::text[], $5::text[]) AS new (segment_id, fingerprint)
       WHERE tenant_id = $1 AND recording_id = $2 AND model_id = $3 AND embedding_points.segment_id = new.segment_id`,
      [...keyOf(of), [...fingerprints.keys()], [...fingerprints.values()], clock().toISOString()],
    );
  }

  async function forget(tx: Queryable, of: PointsOf, segmentIds: readonly string[]): Promise<void> {
    await tx.query(
      `DELETE FROM embedding_points
       WHERE tenant_id = $1 AND recording_id = $2 AND model_id = $3 AND segment_id = ANY($4::text[])`,
      [...keyOf(of), segmentIds],
    );
  }

  /** How many of these segments the index holds. */
  async function state(of: PointsOf, segmentIds: readonly string[]): Promise<PointState> {
    const [row] = await database.query<{ vectors: string | number; updated_at: Date | null }>(
      `SELECT count(*) FILTER (WHERE fingerprint IS NOT NULL AND segment_id = ANY($4::text[])) AS vectors,
         max(updated_at) FILTER (WHERE fingerprint IS NOT NULL) AS updated_at
       FROM embedding_points WHERE tenant_id = $1 AND recording_id = $2 AND model_id = $3`,
      [...keyOf(of), segmentIds],
    );
    return { vectors: Number(row?.vectors ?? 0), updatedAt: row?.updated_at ?? null };
  }
}

interface PointRow {
  readonly segment_id: string;
  readonly fingerprint: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

function pointOf(row: PointRow): KnownPoint {
  return { fingerprint: row.fingerprint, createdAt: row.created_at, updatedAt: row.updated_at };
}

function keyOf({ tenantId, recordingId, modelId }: PointsOf): readonly string[] {
  return [tenantId, recordingId, modelId];
}
