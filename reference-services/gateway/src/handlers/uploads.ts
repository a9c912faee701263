import type { Principal } from '../../../common/auth/token-verifier.ts';
import * as ingestion from '../../generated/clients/ingestion/index.ts';
import type { Handlers } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';
import { formStream } from '../edge/upload-bodies.ts';
import { ClientBody } from '../upstreams/client-body.ts';
import { passingTo, passOn } from '../upstreams/pass-on.ts';

const toIngestion = passingTo((upstreams) => upstreams.ingestion);
const askOffset = toIngestion(ingestion.getUploadOffset);

export const uploadHandlers = {
  listUploads: toIngestion(ingestion.listUploads),
  getUpload: toIngestion(ingestion.getUpload),
  createResumableUpload: toIngestion(ingestion.createResumableUpload),
  getUploadOffset: async (input, context) => headOnly(await askOffset(input, context)),
  cancelUpload: toIngestion(ingestion.cancelUpload),

  /** The form goes through unread: ingestion checks it, as it has to anyway. */
  createUpload: (input, context) => {
    const contentType = context.request.headers.get('content-type') ?? input.contentType;
    const body = new ClientBody(formStream(context.request), contentType);
    return passOn(context, context.deps.upstreams.ingestion, (to) => ingestion.createUpload(to, input), body);
  },

  appendToUpload: (input, context) => {
    const body = new ClientBody(input.body, input.contentType);
    const sent = { ...input, body: new Uint8Array() };
    return passOn(context, context.deps.upstreams.ingestion, (to) => ingestion.appendToUpload(to, sent), body);
  },
} satisfies Partial<Handlers<GatewayDeps, Principal>>;

type HeadOf<Answer extends { readonly status: number }> = Answer extends { readonly headers: infer Headers }
  ? { readonly status: Answer['status']; readonly headers: Headers }
  : { readonly status: Answer['status'] };

/** No answer to HEAD has a body, the gateway's own problems included. */
function headOnly<Answer extends { readonly status: number }>(answer: Answer): HeadOf<Answer> {
  const { status } = answer;
  // Without `headers` where the answer has none, exactly as `HeadOf` says.
  return ('headers' in answer ? { status, headers: answer.headers } : { status }) as HeadOf<Answer>;
}
