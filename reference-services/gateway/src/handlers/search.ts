import type { Principal } from '../../../common/auth/token-verifier.ts';
import * as search from '../../generated/clients/search/index.ts';
import type { Handlers } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';
import { passingTo } from '../upstreams/pass-on.ts';

const toSearch = passingTo((upstreams) => upstreams.search);

export const searchHandlers = {
  searchSegments: toSearch(search.searchSegments),
  listSimilarSegments: toSearch(search.listSimilarSegments),
  getSuggestions: toSearch(search.getSuggestions),
} satisfies Partial<Handlers<GatewayDeps, Principal>>;
