import type { Principal } from '../../../common/auth/token-verifier.ts';
import { type CursorScope, decodeCursor, encodeCursor } from '../../../common/cursor.ts';
import { listed } from '../../../common/service/answers.ts';
import type { Handlers } from '../../generated/index.ts';
import type { Pattern } from '../../generated/types.ts';
import type { NlpPostDeps } from '../deps.ts';
import { patterns } from '../text/pii/patterns.ts';

export const patternHandlers = {
  listPatterns: async ({ query: { category, cursor, limit } }, { deps: { clock } }) => {
    const scope: CursorScope = { list: 'patterns', filters: { category }, key: ['integer'] };
    const key = cursor === undefined ? [0] : decodeCursor(scope, cursor, clock());
    if (key === undefined) return listed({ kind: 'invalid-cursor' });
    const start = Number(key[0]);
    const all = patterns.filter((pattern) => category === undefined || pattern.category === category);
    const items = all.slice(start, start + limit).map(shown);
    const hasMore = start + limit < all.length;
    const page = { hasMore, ...(hasMore && { nextCursor: encodeCursor(scope, [start + limit], clock()) }) };
    return listed({ kind: 'page', items, page });
  },
} satisfies Partial<Handlers<NlpPostDeps, Principal>>;

function shown({ finders: _, ...pattern }: (typeof patterns)[number]): Pattern {
  return { ...pattern, enabled: true };
}
