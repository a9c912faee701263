import type { PublishRecordingIngestedInput } from '../../../events/recording-ingested/generated/index.ts';
import { createIds } from '../../ids.ts';

export const newId = createIds();

/** An event that keeps its contract, about a recording of its own unless one is given. */
export function ingested(recordingId: string = newId('rec'), sizeBytes = 1): PublishRecordingIngestedInput {
  const tenantid = 'ten_01KE61HRW0SBPJSA9J9W613CTT';
  return {
    key: recordingId,
    payload: {
      ...{ id: newId('evt'), source: '/services/ingestion', subject: recordingId, tenantid },
      data: {
        ...{ recordingId, uploadId: newId('upl'), storageKey: `${tenantid}/${recordingId}/audio.wav` },
        ...{ mediaType: 'audio/wav', sizeBytes, durationSeconds: 1 },
        sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
        ingestedAt: '2026-11-20T02:15:30Z',
      },
    },
  };
}
