import type { Principal } from '../../../common/auth/token-verifier.ts';
import { refuse } from '../../../common/service/answers.ts';
import * as asr from '../../generated/clients/asr/index.ts';
import type { Handlers } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';
import { openStream } from '../streams/open-stream.ts';
import { passingTo } from '../upstreams/pass-on.ts';
import { upstreamUnavailable } from '../upstreams/trouble.ts';

const toAsr = passingTo((upstreams) => upstreams.asr, 'asr');

export const speechHandlers = {
  listJobs: toAsr(asr.listJobs),
  getJob: toAsr(asr.getJob),

  openStream: async ({ headers }, context) => {
    const { streams, streamUpstream } = context.deps;
    const offer = streams.offerOf(context.request);
    // What has not come by the socket's way of upgrading cannot be upgraded, whatever it says in `Upgrade`.
    if (offer === undefined && headers.Upgrade !== undefined && streamUpstream === undefined) {
      return upstreamUnavailable('asr-streaming');
    }
    // The answer to an offer that is accepted is never seen: the connection goes on as a WebSocket.
    return (offer && (await openStream(offer, context))) ?? upgradeRequired();
  },
} satisfies Partial<Handlers<GatewayDeps, Principal>>;

function upgradeRequired() {
  const detail = 'This operation speaks WebSocket only. Repeat the request with Upgrade: websocket.';
  return { ...refuse('upgrade-required', detail), headers: { Upgrade: 'websocket' } } as const;
}
