import type { Principal } from '../../../common/auth/token-verifier.ts';
import { refuse } from '../../../common/service/answers.ts';
import * as asr from '../../generated/clients/asr/index.ts';
import type { Handlers } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';
import { passingTo } from '../upstreams/pass-on.ts';
import { upstreamUnavailable } from '../upstreams/trouble.ts';

const toAsr = passingTo((upstreams) => upstreams.asr, 'asr');

export const speechHandlers = {
  listJobs: toAsr(asr.listJobs),
  getJob: toAsr(asr.getJob),

  /** What comes here has not been upgraded at the socket, whatever it says in `Upgrade`. */
  openStream: ({ headers }, { deps }) => {
    if (headers.Upgrade !== undefined && deps.upstreams.asr === undefined) return upstreamUnavailable('asr');
    const detail = 'This operation speaks WebSocket only. Repeat the request with Upgrade: websocket.';
    return { ...refuse('upgrade-required', detail), headers: { Upgrade: 'websocket' } };
  },
} satisfies Partial<Handlers<GatewayDeps, Principal>>;
