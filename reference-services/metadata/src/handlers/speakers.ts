import type { Principal } from '../../../common/auth/token-verifier.ts';
import { mergePatch } from '../../../common/merge-patch.ts';
import { changed, created, found, listed, removed } from '../../../common/service/answers.ts';
import { createOnce } from '../../../common/service/create-once.ts';
import { versionOf } from '../../../common/service/entity-tag.ts';
import type { Handlers } from '../../generated/index.ts';
import type { MetadataDeps } from '../deps.ts';

export const speakerHandlers = {
  listSpeakers: async ({ query }, { deps, principal }) => listed(await deps.speakers.list(principal.tenant, query)),

  createSpeaker: (input, context) =>
    createOnce(context, input, async (tx) => {
      const speaker = await context.deps.speakers.create(tx, context.principal.tenant, input.body);
      return created(`/v1/speakers/${speaker.value.id}`, speaker);
    }),

  getSpeaker: async ({ path }, { deps, principal }) =>
    found(await deps.speakers.find(principal.tenant, path.speakerId)),

  updateSpeaker: async ({ path, headers, body }, { deps, principal }) => {
    const version = versionOf(headers['If-Match']);
    return changed(
      await deps.speakers.change(principal.tenant, path.speakerId, version, (current) => mergePatch(current, body)),
    );
  },

  deleteSpeaker: async ({ path, headers }, { deps, principal }) =>
    removed(await deps.speakers.remove(principal.tenant, path.speakerId, versionOf(headers['If-Match']))),
} satisfies Partial<Handlers<MetadataDeps, Principal>>;
