import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../metadata/test/support/caller.ts';
import {
  createRecording,
  createTranscript,
  etagOf,
  segmentBody,
  words,
} from '../../../metadata/test/support/records.ts';
import type { Given, OperationName } from '../../generated/run-contract-tests.ts';

type Givens = { readonly [Name in OperationName]?: () => Given | Promise<Given> };

/** Brings what is behind the gateway into the state that each operation needs; `metadata` speaks to the real service. */
export function contractGiven(metadata: Caller): Givens {
  return {
    getPrincipal: nothing,
    getQuotas: nothing,
    listUploads: nothing,
    createUpload: creation,
    getUpload: nothing,
    createResumableUpload: creation,
    getUploadOffset: nothing,
    appendToUpload: nothing,
    cancelUpload: nothing,
    listRecordings: () => createRecording(metadata).then(nothing),
    getRecording: recording,
    updateRecording: recording,
    deleteRecording: recording,
    listTranscripts: recording,
    getTranscript: transcript,
    listSegments: transcript,
    searchSegments: nothing,
    listSimilarSegments: nothing,
    getSuggestions: nothing,
    listJobs: nothing,
    getJob: nothing,
    getHealth: nothing,
    getReadiness: nothing,
    getMetrics: nothing,
  };

  async function recording(): Promise<Given> {
    const answer = await createRecording(metadata);
    return { path: { recordingId: answer.body.id }, headers: { 'If-Match': etagOf(answer) } };
  }

  async function transcript(): Promise<Given> {
    const answer = await createTranscript(metadata, [segmentBody({ words })]);
    return { path: { transcriptId: answer.body.id } };
  }
}

function nothing(): Given {
  return {};
}

function creation(): Given {
  return { headers: { 'Idempotency-Key': randomUUID() } };
}
