import { created, type Refused, refuse, tagged } from '../../common/service/answers.ts';
import { createOnce } from '../../common/service/create-once.ts';
import type { CreateUploadInput } from '../generated/index.ts';
import { refuseContentDigest, refuseFileDigest } from './check-digest.ts';
import { conclude, storeContent } from './conclude.ts';
import type { Asked } from './deps.ts';
import { inspectAudio } from './inspect-audio.ts';
import { inUtc } from './metadata.ts';
import { SpooledFile } from './multipart.ts';

/** A file that came in one request: checked, stored, and made a recording, unless the tenant has it already. */
export async function takeUpload({ headers, body }: CreateUploadInput, context: Asked) {
  const { deps, principal } = context;
  const { tenant } = principal;
  const { file } = body;
  if (!(file instanceof SpooledFile)) throw new Error('Only the parser of this service makes the files of a form.');
  const refusal = refuseFile(file, headers['Content-Digest'], body.sha256);
  if (refusal !== undefined) return refusal;
  const inspected = await inspectAudio(file.spooled.path, { ...deps.limits, ...declaredBy(file) });
  if (inspected.kind === 'refused') return inspected.refusal;

  const { size: sizeBytes, sha256 } = file.spooled;
  const content = { audio: inspected.audio, sizeBytes, sha256 };
  await storeContent(deps, tenant, file.spooled, content);
  const metadata = inUtc(body.metadata);
  const fileName = fileNameOf(file);
  const request = { headers, body: { metadata: body.metadata, fileName, sha256 } };
  return createOnce(context, request, async (tx) => {
    const id = deps.newId('upl');
    const outcome = await conclude(tx, deps, { tenant, uploadId: id, metadata, content });
    const upload = await deps.uploads.insertStored(tx, { id, tenant, fileName, metadata, content }, outcome);
    return outcome.duplicate ? tagged(upload) : created(`/v1/uploads/${id}`, upload);
  });
}

function refuseFile(
  { spooled, contentDigest: content }: SpooledFile,
  contentDigest: string | undefined,
  sha256: string | undefined,
): Refused<400> | Refused<422> | undefined {
  if (spooled.size === 0) {
    return refuse('invalid-request', 'The file is empty.', [
      { pointer: '#/file', detail: 'must have at least 1 byte' },
    ]);
  }
  return refuseContentDigest({ contentDigest, content }) ?? refuseFileDigest(sha256, spooled.sha256);
}

/** A sender that does not know sends bytes; and a part without a type counts as text (RFC 7578). */
function declaredBy({ type }: SpooledFile) {
  return type === '' || type === 'application/octet-stream' || type === 'text/plain' ? {} : { declaredType: type };
}

/** Nothing but a label, and only where it is a legal one. */
function fileNameOf({ name }: SpooledFile): string | undefined {
  const cleaned = name.normalize('NFC').replace(/[/\\]|\p{Cc}/gu, '');
  return cleaned === '' ? undefined : [...cleaned].slice(0, 255).join('');
}
