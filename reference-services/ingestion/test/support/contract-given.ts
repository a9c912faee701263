import { randomUUID } from 'node:crypto';
import type { Given, OperationName } from '../../generated/run-contract-tests.ts';
import { wav } from './audio.ts';
import type { Caller } from './caller.ts';

type Givens = { readonly [Name in OperationName]: () => Given | Promise<Given> };

/** Brings the service into the state that each operation needs to succeed, as one caller. */
export function contractGiven(caller: Caller): Givens {
  return {
    listUploads: () => stored().then(() => ({})),
    // The digest of a form depends on its boundary, which is another one each time.
    createUpload: () => ({
      headers: { 'Idempotency-Key': randomUUID(), 'Content-Digest': undefined },
      body: { metadata: { language: 'vi-VN' }, file: new File([new Uint8Array(wav())], 'hop.wav') },
    }),
    getUpload: stored,
    createResumableUpload: () => ({ headers: { 'Idempotency-Key': randomUUID() } }),
    getUploadOffset: begun,
    appendToUpload: async () => ({
      ...(await begun()),
      headers: { 'Upload-Offset': 0, 'Upload-Complete': '?0', 'Content-Digest': undefined },
      body: wav().subarray(0, 1000),
    }),
    cancelUpload: begun,
    getUploadLimits: () => ({}),
    getHealth: () => ({}),
    getReadiness: () => ({}),
    getMetrics: () => ({}),
  };

  async function stored(): Promise<Given> {
    const { body } = await caller.upload(wav());
    return { path: { uploadId: body.id } };
  }

  async function begun(): Promise<Given> {
    const { body } = await caller.begin({ sizeBytes: 100_000 });
    return { path: { uploadId: body.id } };
  }
}
