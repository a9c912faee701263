import { type Refused, tagged } from '../../common/service/answers.ts';
import { refuseFileDigest } from './check-digest.ts';
import { conclude, storeContent } from './conclude.ts';
import type { IngestionDeps } from './deps.ts';
import { type Inspected, inspectAudio } from './inspect-audio.ts';
import { offsetHeaders } from './offset-headers.ts';
import type { Spooled } from './spool.ts';
import type { ResumableUpload } from './store/resumable-uploads.ts';
import { orUnavailable } from './unavailable.ts';

/**
 * What becomes of an upload that has all its bytes. Until that is written it stays `verifying`, and this can be done again:
 * after a crash, by whoever sweeps.
 */
export async function completeUpload(deps: IngestionDeps, upload: ResumableUpload) {
  const file = await assemble(deps, upload);
  try {
    const inspected = await inspect(deps, upload, file);
    if (inspected.kind === 'refused') return await reject(deps, upload, inspected.refusal);
    const content = { audio: inspected.audio, sizeBytes: file.size, sha256: file.sha256 };
    await storeContent(deps, upload.tenantId, file, content);
    const stored = await deps.database.transaction(async (tx) => {
      const { id: uploadId, tenantId: tenant, metadata } = upload;
      const outcome = await conclude(tx, deps, { tenant, uploadId, metadata, content });
      return deps.resumable.store(tx, uploadId, content, outcome);
    });
    const now = stored ?? (await deps.uploads.find(upload.tenantId, upload.id));
    if (now === undefined) throw new Error(`The upload ${upload.id} is gone while it was verified.`);
    const answer = tagged(now);
    return { ...answer, headers: { ...answer.headers, ...offsetHeaders(now.value) } };
  } finally {
    await file.discard();
  }
}

async function reject<R extends Refused<number>>(deps: IngestionDeps, upload: ResumableUpload, refusal: R): Promise<R> {
  await deps.resumable.reject(upload.id, refusal.body);
  return refusal;
}

async function inspect({ limits }: IngestionDeps, upload: ResumableUpload, file: Spooled): Promise<Inspected> {
  const refusal = refuseFileDigest(upload.sha256, file.sha256);
  return refusal === undefined ? inspectAudio(file.path, limits) : { kind: 'refused', refusal };
}

/** All parts in one file, so that whatever reads audio can jump about in it. */
async function assemble(deps: IngestionDeps, { id, sizeBytes }: ResumableUpload): Promise<Spooled> {
  const keys = await deps.resumable.parts(id);
  const received = await deps.spool.receive(bytesOf(deps, keys), sizeBytes);
  if (received.kind === 'whole' && received.file.size === sizeBytes) return received.file;
  if (received.kind !== 'too-large') await received.file.discard();
  if (received.kind === 'cut') throw received.cause;
  throw new Error(`The parts of the upload ${id} do not add up to its ${sizeBytes} bytes.`);
}

async function* bytesOf({ objects }: IngestionDeps, keys: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const key of keys) yield* await orUnavailable(objects.read(key));
}
