import type { Principal } from '../../../common/auth/token-verifier.ts';
import { notFound } from '../../../common/service/answers.ts';
import { createOnce } from '../../../common/service/create-once.ts';
import type { Handlers } from '../../generated/index.ts';
import type { SearchDeps } from '../deps.ts';

export const feedbackHandlers = {
  createFeedback: (input, context) =>
    createOnce(context, input, async (tx) => {
      const { deps, principal } = context;
      if (!(await deps.engine.has(principal.tenant, input.body.segmentId))) return notFound();
      return { status: 201 as const, body: await deps.feedback.add(tx, principal.tenant, input.body), headers: {} };
    }),
} satisfies Partial<Handlers<SearchDeps, Principal>>;
