import type { Database } from '../../../common/database/database.ts';
import type { RecordingIngested } from '../../../events/recording-ingested/generated/index.ts';

/** The events about a tenant's recordings that are committed, whether published or not, in their order. */
export async function eventsOf(database: Database, tenant: string): Promise<readonly RecordingIngested[]> {
  const rows = await database.query<{ body: Uint8Array }>('SELECT body FROM outbox ORDER BY sequence');
  // The publisher has checked them before they came here.
  const events = rows.map(({ body }) => JSON.parse(Buffer.from(body).toString()) as RecordingIngested);
  return events.filter((event) => event.tenantid === tenant);
}
