import type { Principal } from '../../../common/auth/token-verifier.ts';
import { found, listed } from '../../../common/service/answers.ts';
import type { Handlers } from '../../generated/index.ts';
import type { IngestionDeps } from '../deps.ts';
import { mediaTypes } from '../media-types.ts';
import { takeUpload } from '../take-upload.ts';

export const uploadHandlers = {
  listUploads: async ({ query }, { deps, principal }) => listed(await deps.uploads.list(principal.tenant, query)),

  createUpload: (input, context) => takeUpload(input, context),

  getUpload: async ({ path }, { deps, principal }) => found(await deps.uploads.find(principal.tenant, path.uploadId)),

  getUploadLimits: (_input, { deps }) => ({ status: 200, body: { ...deps.limits, mediaTypes } }),
} satisfies Partial<Handlers<IngestionDeps, Principal>>;
