import { readStream } from '../../generated/runtime/read-bytes.ts';

const mebibyte = 1024 * 1024;

/** 512 MiB of audio, and what the form writes around it. */
const maxFormBytes = 513 * mebibyte;
const maxAppendBytes = 64 * mebibyte;

/** The largest body of each operation, in bytes. */
export function bodyLimits(others: number): (operationId: string) => number {
  return (operationId) => (operationId === 'appendToUpload' ? maxAppendBytes : others);
}

/**
 * Stands for a form that nobody reads here: legal, so that the request goes on to its handler, which sends on the bytes of
 * the real one.
 */
export async function unreadForm(): Promise<FormData> {
  const form = new FormData();
  form.set('metadata', JSON.stringify({ language: 'vi-VN' }));
  form.set('file', new File(['-'], 'unread'));
  return form;
}

/** The bytes of a form as they arrive; reading more than may be ends in a 413. */
export function formStream(request: Request): ReadableStream<Uint8Array> {
  return readStream(request, maxFormBytes);
}
