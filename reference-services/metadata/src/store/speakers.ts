import type { Queryable } from '../../../common/database/database.ts';
import type { StoreContext } from '../../../common/store/context.ts';
import { type PageRequest, type PageResult, readPage } from '../../../common/store/page.ts';
import {
  type Changed,
  missing,
  missingOrStale,
  type Removed,
  stale,
  type Versioned,
} from '../../../common/store/versioned.ts';
import { Where } from '../../../common/store/where.ts';
import type { Speaker, SpeakerCreate } from '../../generated/types.ts';
import { foldName, nameKey } from './name-key.ts';
import { present } from './present.ts';

export interface SpeakerQuery extends PageRequest {
  /** Part of the name; letter case does not count. */
  readonly name?: string | undefined;
}

interface SpeakerRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly display_name: string;
  readonly name_key: string;
  readonly notes: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

export type Speakers = ReturnType<typeof createSpeakers>;

const columns = 'id, tenant_id, display_name, name_key, notes, created_at, updated_at, version';
const select = `SELECT ${columns} FROM speakers`;

export function createSpeakers({ database, clock, newId }: StoreContext) {
  return { list, find, create, change, remove };

  function list(tenant: string, { name, ...request }: SpeakerQuery): Promise<PageResult<Speaker>> {
    const where = new Where()
      .and('tenant_id = ?', tenant)
      .andIf(name === undefined ? undefined : foldName(name), 'strpos(name_folded, ?) > 0');
    const listing = {
      scope: { list: 'speakers', filters: { name }, key: ['text', 'text'] },
      select,
      where,
      order: ['name_key::text', 'id::text'],
      direction: 'ASC',
      keyOf: (row: SpeakerRow) => [row.name_key, row.id],
      itemOf: (row: SpeakerRow) => speakerOf(row).value,
    } as const;
    return readPage(database, listing, request, clock());
  }

  async function find(tenant: string, id: string): Promise<Versioned<Speaker> | undefined> {
    const [row] = await database.query<SpeakerRow>(`${select} WHERE tenant_id = $1 AND id = $2`, [tenant, id]);
    return row && speakerOf(row);
  }

  async function create(tx: Queryable, tenant: string, body: SpeakerCreate): Promise<Versioned<Speaker>> {
    const now = clock().toISOString();
    const row = {
      id: newId('spk'),
      tenant_id: tenant,
      display_name: body.displayName,
      name_key: nameKey(body.displayName),
      notes: body.notes ?? null,
    };
    await tx.query(
      `INSERT INTO speakers (id, tenant_id, display_name, name_folded, name_key, notes, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [row.id, tenant, row.display_name, foldName(row.display_name), row.name_key, row.notes, now],
    );
    return speakerOf({ ...row, created_at: new Date(now), updated_at: new Date(now), version: 1 });
  }

  async function change(
    tenant: string,
    id: string,
    version: number,
    edit: (current: SpeakerCreate) => SpeakerCreate,
  ): Promise<Changed<Speaker>> {
    const current = await find(tenant, id);
    if (current === undefined) return missing;
    const { displayName, notes } = current.value;
    const next = edit({ displayName, ...present({ notes: notes ?? null }) });
    const [row] = await database.query<SpeakerRow>(
      `UPDATE speakers SET display_name = $4, name_folded = $5, name_key = $6, notes = $7, updated_at = $8,
         version = version + 1
       WHERE tenant_id = $1 AND id = $2 AND version = $3
       RETURNING ${columns}`,
      [
        tenant,
        id,
        version,
        next.displayName,
        foldName(next.displayName),
        nameKey(next.displayName),
        next.notes ?? null,
        clock().toISOString(),
      ],
    );
    return row === undefined ? stale : { kind: 'changed', ...speakerOf(row) };
  }

  /** Segments stay and name nobody any more. They change by that, so their versions count on. */
  function remove(tenant: string, id: string, version: number): Promise<Removed> {
    return database.transaction(async (tx) => {
      // The lock makes appends that name this speaker wait, and then find that the speaker is gone.
      const found = await tx.query<{ version: number }>(
        'SELECT version FROM speakers WHERE tenant_id = $1 AND id = $2 FOR UPDATE',
        [tenant, id],
      );
      if (found[0]?.version !== version) return missingOrStale(found);
      await tx.query(
        `UPDATE segments SET speaker_id = NULL, updated_at = $3, version = version + 1
         WHERE tenant_id = $1 AND speaker_id = $2`,
        [tenant, id, clock().toISOString()],
      );
      await tx.query('DELETE FROM speakers WHERE tenant_id = $1 AND id = $2', [tenant, id]);
      return { kind: 'removed' };
    });
  }
}

/** Those of `ids` that the tenant has. They stay until the transaction ends. */
export async function lockSpeakers(
  tx: Queryable,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM speakers WHERE tenant_id = $1 AND id = ANY($2::text[]) ORDER BY id FOR KEY SHARE',
    [tenant, ids],
  );
  return new Set(rows.map((row) => row.id));
}

function speakerOf(row: SpeakerRow): Versioned<Speaker> {
  const value: Speaker = {
    id: row.id,
    tenantId: row.tenant_id,
    displayName: row.display_name,
    ...present({ notes: row.notes }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
  return { value, version: row.version };
}
