import type { Principal } from '../../../common/auth/token-verifier.ts';
import { fingerprint } from '../../../common/fingerprint.ts';
import { notFound } from '../../../common/service/answers.ts';
import type { Handlers } from '../../generated/index.ts';
import type { EmbeddingsDeps } from '../deps.ts';
import { findCurrentTranscript } from '../store/transcripts.ts';

export const vectorHandlers = {
  getVectorStatus: async ({ query }, { deps, principal }) => {
    const { recordingId, modelId = deps.encoder.id } = query;
    const transcript = await findCurrentTranscript(deps.database, principal.tenant, recordingId);
    if (transcript === undefined || modelId !== deps.encoder.id) return notFound();
    const segmentIds = transcript.sentences.map(({ segmentId }) => segmentId);
    const of = { tenantId: principal.tenant, recordingId, modelId };
    const { vectors, updatedAt } = await deps.points.state(of, segmentIds);
    const segments = segmentIds.length;
    const counts = { segments, vectors, missing: segments - vectors };
    const body = { recordingId, modelId, ...counts, updatedAt: updatedAt?.toISOString() ?? null };
    return { status: 200, body, headers: { ETag: `"${fingerprint(body).slice(0, 32)}"` } };
  },
} satisfies Partial<Handlers<EmbeddingsDeps, Principal>>;
