import type { Database, Transaction } from '../../common/database/database.ts';
import type { Outbox } from '../../common/events/outbox/outbox.ts';
import type { NewId } from '../../common/ids.ts';
import type { ObjectStore } from '../../common/objects/object-store.ts';
import { traceHeaders } from '../../common/tracing/spans.ts';
import { createPublisher } from '../../events/recording-ingested/generated/index.ts';
import type { UploadMetadata } from '../generated/types.ts';
import { endingOf } from './media-types.ts';
import type { Spooled } from './spool.ts';
import type { ObjectLedger } from './store/object-ledger.ts';
import type { Recordings } from './store/recordings.ts';
import type { Content, Outcome } from './store/uploads.ts';
import { orUnavailable } from './unavailable.ts';

export interface ConcludingDeps {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly ledger: ObjectLedger;
  readonly recordings: Recordings;
  readonly outbox: Outbox;
  readonly newId: NewId;
}

export interface Arrival {
  readonly tenant: string;
  readonly uploadId: string;
  readonly metadata: UploadMetadata;
  readonly content: Content;
}

/**
 * Content has one place for each tenant, so storing it again changes nothing: not after a crash, nor by two uploads at once.
 */
export async function storeContent(
  deps: ConcludingDeps,
  tenant: string,
  file: Spooled,
  content: Content,
): Promise<void> {
  if (await deps.recordings.has(tenant, content.sha256)) return;
  const key = storageKeyOf(tenant, content);
  await deps.ledger.claim(key);
  await orUnavailable(deps.objects.put(key, file.path));
}

/**
 * The recording of stored content, its event and what else `tx` holds are there together or not at all. The object was there
 * before: a crash in between leaves an object without a recording, which the next attempt takes or `collect` removes.
 */
export async function conclude(tx: Transaction, deps: ConcludingDeps, arrival: Arrival): Promise<Outcome> {
  const { tenant, uploadId, content } = arrival;
  const storageKey = storageKeyOf(tenant, content);
  const recording = await deps.recordings.record(tx, tenant, { sha256: content.sha256, storageKey, uploadId });
  if (!recording.isNew) return { recordingId: recording.id, duplicate: true };
  await deps.ledger.keep(tx, storageKey);
  const { traceparent } = traceHeaders();
  await createPublisher(deps.outbox.within(tx, { traceparent })).publishRecordingIngested({
    key: recording.id,
    payload: {
      id: deps.newId('evt'),
      source: '/services/ingestion',
      subject: recording.id,
      tenantid: tenant,
      data: {
        recordingId: recording.id,
        uploadId,
        storageKey,
        sizeBytes: content.sizeBytes,
        sha256: content.sha256,
        ...content.audio,
        ...arrival.metadata,
        ingestedAt: recording.ingestedAt,
      },
    },
  });
  return { recordingId: recording.id, duplicate: false };
}

function storageKeyOf(tenant: string, { sha256, audio }: Content): string {
  return `${tenant}/sha256/${sha256.slice(0, 2)}/${sha256}${endingOf(audio.mediaType)}`;
}
