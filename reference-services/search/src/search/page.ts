import { type CursorScope, decodeCursor, encodeCursor } from '../../../common/cursor.ts';
import type { PageRequest, PageResult } from '../../../common/store/page.ts';

export type Paged<Item> = PageResult<Item>;

export interface RankedPageRequest extends PageRequest {
  /** The name of the list and what it was asked with: a cursor belongs to both. */
  readonly list: string;
  readonly filters: unknown;
  readonly now: Date;
}

/** A page of a ranked list. The cursor is a place in it: a ranking that changes meanwhile may repeat a hit or skip one. */
export async function pageOf<Item>(
  rank: () => Promise<readonly Item[]>,
  { cursor, limit, list, filters, now }: RankedPageRequest,
): Promise<Paged<Item>> {
  const scope: CursorScope = { list, filters, key: ['integer'] };
  const key = cursor === undefined ? [0] : decodeCursor(scope, cursor, now);
  if (key === undefined) return { kind: 'invalid-cursor' };
  const start = Number(key[0]);
  const all = await rank();
  const end = start + limit;
  const items = all.slice(start, end);
  if (end >= all.length) return { kind: 'page', items, page: { hasMore: false } };
  return { kind: 'page', items, page: { hasMore: true, nextCursor: encodeCursor(scope, [end], now) } };
}
