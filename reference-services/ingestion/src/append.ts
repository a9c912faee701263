import { notFound, type Refused, refuse } from '../../common/service/answers.ts';
import type { AppendToUploadInput, AppendToUploadOutput } from '../generated/index.ts';
import { HttpProblem } from '../generated/index.ts';
import { refuseContentDigest } from './check-digest.ts';
import { completeUpload } from './complete.ts';
import type { Asked, IngestionDeps } from './deps.ts';
import { offsetHeaders } from './offset-headers.ts';
import type { Spooled } from './spool.ts';
import type { ResumableUpload } from './store/resumable-uploads.ts';
import { orUnavailable } from './unavailable.ts';

/**
 * Stores the next bytes of an upload. When the connection breaks, what came before it did is kept, and the client goes on
 * from there. The upload is complete when all its bytes are there, even if nobody waits for the answer.
 */
export async function appendToUpload(
  { path, headers, body }: AppendToUploadInput,
  { deps, principal }: Asked,
): Promise<AppendToUploadOutput> {
  const found = await deps.resumable.find(principal.tenant, path.uploadId);
  if (found === undefined) return notFound();
  const upload = found.value;
  const offset = headers['Upload-Offset'];
  const early = refuseState(upload, deps) ?? refuseOffset(upload.receivedBytes, offset);
  if (early !== undefined) return early;

  const room = upload.sizeBytes - offset;
  const received = await deps.spool.receive(body, Math.min(room, deps.limits.maxAppendBytes));
  if (received.kind === 'too-large') {
    return refuse('payload-too-large', `The announced size leaves room for ${room} bytes. Nothing was stored.`);
  }
  const { file } = received;
  try {
    const cut = received.kind === 'cut' ? received : undefined;
    if (cut !== undefined && mustBeWhole(headers, file, cut.cause)) throw asProblem(cut.cause);
    const refusal = refuseContent(headers, file, room);
    if (cut === undefined && refusal !== undefined) return refusal;
    const advanced = await storePart(deps, upload.id, { file, offset });
    if (advanced === undefined) return refuseLate(deps, principal.tenant, upload.id, offset);
    const { status } = advanced.value;
    const answer = status === 'verifying' ? await completeUpload(deps, advanced.value) : undefined;
    if (cut !== undefined) throw asProblem(cut.cause);
    return answer ?? { status: 204, headers: offsetHeaders(advanced.value) };
  } finally {
    await file.discard();
  }
}

async function storePart(deps: IngestionDeps, id: string, { file, offset }: { file: Spooled; offset: number }) {
  const key = `uploads/${id}/${deps.newId('upl')}`;
  await deps.ledger.claim(key);
  await orUnavailable(deps.objects.put(key, file.path));
  const advanced = await deps.resumable.advance(id, { key, startsAt: offset, sizeBytes: file.size });
  if (advanced === undefined) await deps.ledger.release(deps.database, [key]);
  return advanced;
}

function refuseState({ status, expiresAt }: ResumableUpload, { clock }: IngestionDeps): Refused<409> | undefined {
  const expired = expiresAt !== undefined && Date.parse(expiresAt) <= clock().getTime();
  if (status === 'receiving' && !expired) return undefined;
  const state = expired ? 'expired' : status;
  return refuse('upload-ended', `The upload is ${state} and takes no more bytes.`);
}

/** As the IETF's draft on resumable uploads has it. */
function refuseOffset(expected: number, provided: number) {
  if (expected === provided) return undefined;
  const body = {
    type: 'https://iana.org/assignments/http-problem-types#mismatching-upload-offset',
    title: 'Mismatching upload offset',
    status: 409,
    detail: `The next byte that is expected is number ${expected}. Go on from there.`,
    'expected-offset': expected,
    'provided-offset': provided,
  } as const;
  return { status: 409, body } as const;
}

/** While the bytes arrived, another request has changed the upload. */
async function refuseLate(deps: IngestionDeps, tenant: string, id: string, offset: number) {
  const now = await deps.resumable.find(tenant, id);
  if (now === undefined) return notFound();
  const refusal = refuseState(now.value, deps) ?? refuseOffset(now.value.receivedBytes, offset);
  return refusal ?? refuse('upload-ended', 'The upload was changed by another request. Ask for its offset.');
}

function refuseContent(
  headers: AppendToUploadInput['headers'],
  file: Spooled,
  room: number,
): Refused<400> | Refused<422> | undefined {
  if (file.size === 0) return refuse('invalid-request', 'The request brings no bytes.');
  if (headers['Upload-Complete'] === '?1' && file.size < room) {
    const detail = `The file lacks ${room - file.size} of the bytes that were announced. Nothing was stored.`;
    return refuse('invalid-request', detail, [
      { parameter: 'Upload-Complete', detail: 'says that these are all bytes' },
    ]);
  }
  const content = Buffer.from(file.sha256, 'hex').toString('base64');
  return refuseContentDigest({ contentDigest: headers['Content-Digest'], content });
}

/** A part of a request proves nothing about its digest; and a body that was refused was not cut off. */
function mustBeWhole(headers: AppendToUploadInput['headers'], file: Spooled, cause: unknown): boolean {
  return file.size === 0 || headers['Content-Digest'] !== undefined || cause instanceof HttpProblem;
}

function asProblem(cause: unknown): HttpProblem {
  if (cause instanceof HttpProblem) return cause;
  const { status, body } = refuse(
    'invalid-request',
    'The connection ended within the body. Ask for the offset, go on.',
  );
  return new HttpProblem(status, { ...body, cause });
}
