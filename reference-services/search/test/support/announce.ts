import type { Bus } from '../../../common/events/bus.ts';
import { createIds } from '../../../common/ids.ts';
import { createPublisher } from '../../../events/embeddings-created/generated/index.ts';

const newId = createIds();

/** Tells of new vectors of the tenant, as the embeddings service does. */
export async function announce(bus: Bus, tenantid: string): Promise<void> {
  const recordingId = newId('rec');
  await createPublisher(bus).publishEmbeddingsCreated({
    payload: {
      ...{ source: '/services/embeddings', subject: recordingId, id: newId('evt'), tenantid },
      data: {
        ...{ recordingId, transcriptId: newId('trn'), jobId: newId('job') },
        ...{ model: { id: newId('mdl'), version: '1.0.0' }, dimensions: 256 },
        ...{ counts: { created: 1, reused: 0, deleted: 0 }, segmentIds: [newId('seg')] },
        createdAt: '2026-11-20T02:16:18Z',
      },
    },
  });
}
