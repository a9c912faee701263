import type { Asked } from '../deps.ts';
import { demand, usageOf } from './quotas.ts';

/** Refuses an upload of a tenant whose quotas have no room for it, as far as its length is known. */
export async function demandUpload({ deps, principal, request }: Asked): Promise<void> {
  const declared = Number(request.headers.get('content-length') ?? 1);
  await demand('upload-bytes', principal, deps, Number.isSafeInteger(declared) ? Math.max(1, declared) : 1);
  await demand('audio-seconds', principal, deps);
}

/** Bytes count as they were sent, whatever became of them. */
export function countBytes({ deps, principal }: Asked, bytes: number): Promise<void> {
  return deps.limits.add(usageOf('upload-bytes', principal, deps, bytes));
}

/** What ingestion says of an upload, as far as it matters here. */
export interface UploadAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** Audio counts once for each recording: neither content that the tenant had already nor a repeated answer is counted. */
export async function countAudio({ deps, principal }: Asked, { status, body, headers }: UploadAnswer): Promise<void> {
  if (status !== 200 && status !== 201) return;
  if (headers.get('Idempotency-Replayed') === 'true' || typeof body !== 'object' || body === null) return;
  const isNew = 'duplicate' in body && body.duplicate === false;
  if (!isNew || !('durationSeconds' in body) || typeof body.durationSeconds !== 'number') return;
  await deps.limits.add(usageOf('audio-seconds', principal, deps, body.durationSeconds));
}
