import type { Principal } from '../../../common/auth/token-verifier.ts';
import { listed, notFound } from '../../../common/service/answers.ts';
import type { VectorHit } from '../../../common/vectors/vector-index.ts';
import type { Handlers } from '../../generated/index.ts';
import type { Asked, SearchDeps } from '../deps.ts';
import { hitOf } from '../search/hit.ts';
import { type Paged, pageOf } from '../search/page.ts';

export const searchHandlers = {
  searchSegments: async ({ body }, { deps, principal }) => {
    const started = performance.now();
    const { cursor, limit = 10, ...asked } = body;
    const request = { cursor, limit, list: 'search', filters: asked, now: deps.clock() };
    const result = await pageOf(() => deps.engine.rank(principal.tenant, asked), request);
    if (result.kind === 'page' && result.items.length > 0) deps.suggestions.noteQuery(principal.tenant, body.query);
    return answer(result, { query: body.query, started, deps });
  },

  listSimilarSegments: async ({ path, query }, { deps, principal }) => {
    const started = performance.now();
    const { cursor, limit, sameRecording } = query;
    const hits = await deps.engine.similar(principal.tenant, path.segmentId, sameRecording);
    if (hits === undefined) return notFound();
    const filters = [path.segmentId, sameRecording];
    const result = await pageOf(async () => hits, { cursor, limit, list: 'similar', filters, now: deps.clock() });
    return answer(result, { query: '', started, deps });
  },

  getSuggestions: async ({ query }, { deps, principal }) => {
    const suggestions = await deps.suggestions.suggest(principal.tenant, query.q, query.limit);
    return { status: 200, body: { suggestions } };
  },
} satisfies Partial<Handlers<SearchDeps, Principal>>;

interface Answering {
  readonly query: string;
  readonly started: number;
  readonly deps: Asked['deps'];
}

async function answer(result: Paged<VectorHit>, { query, started, deps }: Answering) {
  const page = listed(result);
  if (page.status !== 200) return page;
  const { approximate } = await deps.index.info();
  const items = page.body.items.map((hit) => hitOf(hit, query));
  const tookMilliseconds = Math.min(60_000, Math.round(performance.now() - started));
  return { status: 200, body: { items, page: page.body.page, tookMilliseconds, approximate } } as const;
}
