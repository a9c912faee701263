import type { Principal } from '../../../common/auth/token-verifier.ts';
import { mergePatch } from '../../../common/merge-patch.ts';
import { changed, created, found, listed, notFound, refuse, removed } from '../../../common/service/answers.ts';
import { createOnce } from '../../../common/service/create-once.ts';
import { versionOf } from '../../../common/service/entity-tag.ts';
import type { Handlers } from '../../generated/index.ts';
import type { MetadataDeps } from '../deps.ts';
import { refuseSegments } from '../segment-rules.ts';
import type { Announce, TranscriptEdit } from '../store/transcripts.ts';

export const transcriptHandlers = {
  listTranscripts: async ({ path, query }, { deps, principal }) => {
    const recording = await deps.recordings.find(principal.tenant, path.recordingId);
    if (recording === undefined) return notFound();
    return listed(await deps.transcripts.list(principal.tenant, recording.value.id, query));
  },

  createTranscript: (input, context) =>
    createOnce(context, input, async (tx) => {
      const { deps, principal } = context;
      const { path, body } = input;
      const transcript = await deps.transcripts.create(tx, principal.tenant, path.recordingId, body);
      if (transcript === undefined) return notFound();
      const segments = body.segments ?? [];
      const refusal = await refuseSegments(tx, principal.tenant, segments);
      if (refusal !== undefined) return refusal;
      const { id, recordingId } = transcript.value;
      const parent = { tenant: principal.tenant, recordingId, transcriptId: id, first: 0 };
      const stored = await deps.segments.insert(tx, parent, segments);
      if (stored.length > 0) await deps.publishTranscript(tx, transcript.value, stored, transcript.recording);
      return created(`/v1/transcripts/${id}`, transcript);
    }),

  getTranscript: async ({ path }, { deps, principal }) =>
    found(await deps.transcripts.find(principal.tenant, path.transcriptId)),

  updateTranscript: async ({ path, headers, body }, { deps, principal }) => {
    const version = versionOf(headers['If-Match']);
    const edit = (current: TranscriptEdit) => {
      const next = mergePatch(current, body);
      return next.status === 'draft' && current.status !== 'draft' ? undefined : next;
    };
    const announce: Announce = async (tx, transcript, recording) =>
      deps.publishTranscript(tx, transcript, await deps.segments.all(tx, transcript), recording);
    const outcome = await deps.transcripts.change(principal.tenant, path.transcriptId, version, edit, announce);
    if (outcome.kind !== 'refused') return changed(outcome);
    const errors = [{ pointer: '#/status', detail: 'must not be "draft": the transcript is no draft any more' }];
    return refuse('unprocessable', 'A transcript cannot go back to being a draft. Create a new one.', errors);
  },

  deleteTranscript: async ({ path, headers }, { deps, principal }) =>
    removed(await deps.transcripts.remove(principal.tenant, path.transcriptId, versionOf(headers['If-Match']))),
} satisfies Partial<Handlers<MetadataDeps, Principal>>;
