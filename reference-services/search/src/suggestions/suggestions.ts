import type { VectorIndex, VectorPoint } from '../../../common/vectors/vector-index.ts';
import type { Suggestion } from '../../generated/types.ts';
import type { TenantCache } from '../search/cache.ts';
import { completes } from './completes.ts';
import type { QueryLog } from './query-log.ts';

export interface Suggestions {
  suggest(tenant: string, typed: string, limit: number): Promise<readonly Suggestion[]>;
  /** Tells of a query that found something. */
  noteQuery(tenant: string, query: string): void;
}

export interface SuggestionParts {
  readonly index: VectorIndex;
  readonly queries: QueryLog;
  readonly cache: TenantCache<readonly Suggestion[]>;
}

/** The most segments of a tenant whose titles and labels are looked at. */
const mostSegments = 10_000;
const pageSize = 1_000;

/** Ways to go on typing: frequent queries of the tenant, and the titles and labels of its recordings. */
export function createSuggestions({ index, queries, cache }: SuggestionParts): Suggestions {
  return {
    async suggest(tenant, typed, limit) {
      const names = await cache.get(tenant, 'names', () => readNames(tenant));
      const asked = queries.frequent(tenant).map((text): Suggestion => ({ text, kind: 'query' }));
      const fitting = [...asked, ...names].map((suggestion) => ({
        suggestion,
        fit: completes(suggestion.text, typed),
      }));
      // The sort keeps the order of what fits equally: queries, then titles, then labels.
      const best = fitting.filter(({ fit }) => fit > 0).toSorted((one, other) => other.fit - one.fit);
      return onceEach(best.map(({ suggestion }) => suggestion)).slice(0, limit);
    },
    noteQuery: (tenant, query) => queries.note(tenant, query),
  };

  async function readNames(tenant: string): Promise<readonly Suggestion[]> {
    const titles = new Set<string>();
    const labels = new Set<string>();
    let read = 0;
    let page: readonly VectorPoint[] = [];
    do {
      const after = page.at(-1)?.id;
      page = await index.scroll({
        filter: { tenantId: tenant },
        limit: pageSize,
        ...(after !== undefined && { after }),
      });
      for (const { payload } of page) {
        if (payload.recordingTitle !== undefined) titles.add(payload.recordingTitle);
        for (const label of payload.labels) labels.add(label);
      }
      read += page.length;
    } while (page.length === pageSize && read < mostSegments);
    return [...suggestionsOf(titles, 'title'), ...suggestionsOf(labels, 'label')];
  }
}

function suggestionsOf(texts: ReadonlySet<string>, kind: 'title' | 'label'): readonly Suggestion[] {
  return [...texts].toSorted().map((text) => ({ text, kind }));
}

function onceEach(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return [...new Map(suggestions.toReversed().map((one) => [one.text, one])).values()].toReversed();
}
