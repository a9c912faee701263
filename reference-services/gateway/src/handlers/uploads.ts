import type { Principal } from '../../../common/auth/token-verifier.ts';
import * as ingestion from '../../generated/clients/ingestion/index.ts';
import type { Handlers } from '../../generated/index.ts';
import type { Asked, GatewayDeps } from '../deps.ts';
import { formStream } from '../edge/upload-bodies.ts';
import { countAudio, countBytes, demandUpload, type UploadAnswer } from '../edge/upload-quotas.ts';
import { ClientBody } from '../upstreams/client-body.ts';
import { type Passed, passingTo, passOn } from '../upstreams/pass-on.ts';
import type { Trouble } from '../upstreams/trouble.ts';

const toIngestion = passingTo((upstreams) => upstreams.ingestion);
const askOffset = toIngestion(ingestion.getUploadOffset);

export const uploadHandlers = {
  listUploads: toIngestion(ingestion.listUploads),
  getUpload: toIngestion(ingestion.getUpload),
  createResumableUpload: toIngestion(ingestion.createResumableUpload),
  getUploadOffset: async (input, context) => headOnly(await askOffset(input, context)),
  cancelUpload: toIngestion(ingestion.cancelUpload),

  /** The form goes through unread: ingestion checks it, as it has to anyway. */
  createUpload: async (input, context) => {
    await demandUpload(context);
    const contentType = context.request.headers.get('content-type') ?? input.contentType;
    const body = new ClientBody(formStream(context.request), contentType);
    return passUpload(context, body, (to) => ingestion.createUpload(to, input));
  },

  appendToUpload: async (input, context) => {
    await demandUpload(context);
    const body = new ClientBody(input.body, input.contentType);
    const sent = { ...input, body: new Uint8Array() };
    return passUpload(context, body, (to) => ingestion.appendToUpload(to, sent));
  },
} satisfies Partial<Handlers<GatewayDeps, Principal>>;

/** Passes an upload on, and counts it against the quotas of its tenant. */
async function passUpload<Result extends UploadAnswer>(
  context: Asked,
  body: ClientBody,
  send: (to: ingestion.Transport) => Promise<Result>,
): Promise<Passed<Result> | Trouble> {
  const counted = async (to: ingestion.Transport): Promise<Result> => {
    const result = await send(to);
    await countAudio(context, result);
    return result;
  };
  try {
    return await passOn(context, context.deps.upstreams.ingestion, counted, body);
  } finally {
    await countBytes(context, body.bytes);
  }
}

type HeadOf<Answer extends { readonly status: number }> = Answer extends { readonly headers: infer Headers }
  ? { readonly status: Answer['status']; readonly headers: Headers }
  : { readonly status: Answer['status'] };

/** No answer to HEAD has a body, the gateway's own problems included. */
function headOnly<Answer extends { readonly status: number }>(answer: Answer): HeadOf<Answer> {
  const { status } = answer;
  // Without `headers` where the answer has none, exactly as `HeadOf` says.
  return ('headers' in answer ? { status, headers: answer.headers } : { status }) as HeadOf<Answer>;
}
