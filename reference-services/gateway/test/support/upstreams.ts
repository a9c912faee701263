import type { TokenVerifier } from '../../../common/auth/token-verifier.ts';
import { bearerSecurity } from '../../../common/service/authenticate.ts';
import * as ingestion from '../../../ingestion/generated/index.ts';
import * as search from '../../../search/generated/index.ts';
import * as asr from '../generated/asr/index.ts';
import { exampleHandlers } from './example-answers.ts';

interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/** Servers of the contracts that answer examples: they check every request, token and answer. */
export function exampleUpstreams(tokens: TokenVerifier) {
  const deps = { tokens };
  return {
    ingestion: ingestion.createRoutes(exampleHandlers<ingestion.Handlers<typeof deps>>('ingestion'), {
      deps,
      security: bearerSecurity(ingestion.HttpProblem),
      maxBodyBytes: 100 * 1024 * 1024,
    }),
    search: search.createRoutes(exampleHandlers<search.Handlers<typeof deps>>('search'), {
      deps,
      security: bearerSecurity(search.HttpProblem),
    }),
    asr: asr.createRoutes(exampleHandlers<asr.Handlers<typeof deps>>('asr'), {
      deps,
      security: bearerSecurity(asr.HttpProblem),
    }),
  } satisfies Record<string, App>;
}
