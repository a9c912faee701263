import type { Principal } from '../../../common/auth/token-verifier.ts';
import { mergePatch } from '../../../common/merge-patch.ts';
import { changed, created, found, listed, refuse, removed } from '../../../common/service/answers.ts';
import { createOnce } from '../../../common/service/create-once.ts';
import { versionOf } from '../../../common/service/entity-tag.ts';
import type { Handlers } from '../../generated/index.ts';
import { replaceRecordingDeprecation } from '../deprecations.ts';
import type { MetadataDeps } from '../deps.ts';

export const recordingHandlers = {
  listRecordings: async ({ query }, { deps, principal }) => listed(await deps.recordings.list(principal.tenant, query)),

  createRecording: (input, context) =>
    createOnce(context, input, async (tx) => {
      const recording = await context.deps.recordings.create(tx, context.principal.tenant, input.body);
      if (recording !== undefined) return created(`/v1/recordings/${recording.value.id}`, recording);
      return refuse(
        'duplicate-recording',
        'The tenant already has a recording with this content. Find it by its sha256.',
      );
    }),

  getRecording: async ({ path }, { deps, principal }) =>
    found(await deps.recordings.find(principal.tenant, path.recordingId)),

  replaceRecording: async ({ path, headers, body }, { deps, principal }) => {
    const version = versionOf(headers['If-Match']);
    const answer = changed(await deps.recordings.change(principal.tenant, path.recordingId, version, () => body));
    if (answer.status !== 200) return answer;
    return { ...answer, headers: { ...answer.headers, ...replaceRecordingDeprecation } };
  },

  updateRecording: async ({ path, headers, body }, { deps, principal }) => {
    const version = versionOf(headers['If-Match']);
    return changed(
      await deps.recordings.change(principal.tenant, path.recordingId, version, (current) => mergePatch(current, body)),
    );
  },

  deleteRecording: async ({ path, headers }, { deps, principal }) =>
    removed(await deps.recordings.remove(principal.tenant, path.recordingId, versionOf(headers['If-Match']))),
} satisfies Partial<Handlers<MetadataDeps, Principal>>;
