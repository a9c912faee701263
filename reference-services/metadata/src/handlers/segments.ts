import type { Principal } from '../../../common/auth/token-verifier.ts';
import { changed, found, listed, notFound, refuse } from '../../../common/service/answers.ts';
import { createOnce } from '../../../common/service/create-once.ts';
import { versionOf } from '../../../common/service/entity-tag.ts';
import type { Handlers } from '../../generated/index.ts';
import { correctSegment } from '../correct-segment.ts';
import type { MetadataDeps } from '../deps.ts';
import { refuseSegments } from '../segment-rules.ts';
import { mostSegments } from '../store/segments.ts';

export const segmentHandlers = {
  listSegments: async ({ path, query }, { deps, principal }) => {
    const transcript = await deps.transcripts.find(principal.tenant, path.transcriptId);
    if (transcript === undefined) return notFound();
    return listed(await deps.segments.list(principal.tenant, path.transcriptId, query));
  },

  appendSegments: (input, context) =>
    createOnce(context, input, async (tx) => {
      const { deps, principal } = context;
      const { segments } = input.body;
      const place = await deps.segments.reserve(tx, principal.tenant, input.path.transcriptId, segments.length);
      if (place.kind === 'missing') return notFound();
      if (place.kind === 'not-draft')
        return refuse('unprocessable', 'The transcript is no draft, so nothing can be added.');
      if (place.kind === 'full') return refuse('unprocessable', `A transcript holds at most ${mostSegments} segments.`);
      const refusal = await refuseSegments(tx, principal.tenant, segments);
      if (refusal !== undefined) return refusal;
      const stored = await deps.segments.insert(tx, place, segments);
      const Location = `/v1/transcripts/${input.path.transcriptId}/segments`;
      return { status: 201, body: { segments: stored }, headers: { Location } };
    }),

  getSegment: async ({ path }, { deps, principal }) =>
    found(await deps.segments.find(principal.tenant, path.segmentId)),

  updateSegment: async ({ path, headers, body }, { deps, principal }) => {
    const { tenant } = principal;
    const outcome = await deps.segments.change(tenant, path.segmentId, versionOf(headers['If-Match']), (current, tx) =>
      correctSegment(tx, tenant, current, body),
    );
    if (outcome.kind !== 'refused') return changed(outcome);
    return refuse('unprocessable', 'The segment cannot be changed like this.', outcome.errors);
  },
} satisfies Partial<Handlers<MetadataDeps, Principal>>;
