import type { Principal } from '../../../common/auth/token-verifier.ts';
import { created, notFound, refuse } from '../../../common/service/answers.ts';
import { createOnce } from '../../../common/service/create-once.ts';
import type { Handlers } from '../../generated/index.ts';
import { appendToUpload } from '../append.ts';
import type { IngestionDeps } from '../deps.ts';
import { inUtc } from '../metadata.ts';
import { offsetHeaders, uploadLimit } from '../offset-headers.ts';

export const resumableHandlers = {
  createResumableUpload: (input, context) => {
    const { deps, principal } = context;
    const { sizeBytes } = input.body;
    if (sizeBytes > deps.limits.maxResumableBytes) {
      return refuse(
        'payload-too-large',
        `The largest file that is accepted has ${deps.limits.maxResumableBytes} bytes.`,
      );
    }
    if (sizeBytes === 0) return refuse('unprocessable', 'A file without bytes holds no audio.');
    return createOnce(context, input, async (tx) => {
      const metadata = inUtc(input.body.metadata);
      const upload = await deps.resumable.begin(tx, principal.tenant, { ...input.body, metadata });
      const answer = created(`/v1/resumable-uploads/${upload.value.id}`, upload);
      return {
        ...answer,
        headers: { ...answer.headers, 'Upload-Offset': 0, 'Upload-Limit': uploadLimit(deps.limits) },
      };
    });
  },

  getUploadOffset: async ({ path }, { deps, principal }) => {
    const upload = await deps.resumable.find(principal.tenant, path.uploadId);
    if (upload === undefined || ['rejected', 'cancelled', 'expired'].includes(upload.value.status)) {
      return { status: 404 };
    }
    const headers = {
      ...offsetHeaders(upload.value),
      'Upload-Length': upload.value.sizeBytes,
      'Upload-Limit': uploadLimit(deps.limits),
      'Cache-Control': 'no-store',
    } as const;
    return { status: 204, headers };
  },

  appendToUpload,

  cancelUpload: async ({ path }, { deps, principal }) => {
    const upload = await deps.resumable.find(principal.tenant, path.uploadId);
    if (upload === undefined) return notFound();
    if (await deps.resumable.cancel(upload.value.id)) return { status: 204 };
    return refuse(
      'upload-ended',
      'The upload has all its bytes or has been given up: it cannot be cancelled any more.',
    );
  },
} satisfies Partial<Handlers<IngestionDeps, Principal>>;
