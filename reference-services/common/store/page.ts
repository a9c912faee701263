import { type CursorKey, type CursorScope, decodeCursor, encodeCursor } from '../cursor.ts';
import type { Queryable } from '../database/database.ts';
import type { Where } from './where.ts';

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly page: { readonly hasMore: boolean; readonly nextCursor?: string };
}

export type PageResult<Item> = ({ readonly kind: 'page' } & Page<Item>) | { readonly kind: 'invalid-cursor' };

export interface Listing<Row, Item> {
  readonly scope: CursorScope;
  /** `SELECT … FROM …`, without conditions. */
  readonly select: string;
  readonly where: Where;
  /** Columns of a unique order, each with the type of its cursor value: `created_at::timestamptz`. */
  readonly order: readonly string[];
  readonly direction: 'ASC' | 'DESC';
  readonly keyOf: (row: Row) => CursorKey;
  readonly itemOf: (row: Row) => Item;
}

/**
 * One page, continued by key instead of by number: `(created_at, id) < (…)`. Rows that come or go elsewhere in the list
 * neither shift items into the next page twice nor hide any.
 */
export async function readPage<Row, Item>(
  database: Queryable,
  listing: Listing<Row, Item>,
  request: PageRequest,
  now: Date,
): Promise<PageResult<Item>> {
  if (request.cursor !== undefined) {
    const key = decodeCursor(listing.scope, request.cursor, now);
    if (key === undefined) return { kind: 'invalid-cursor' };
    listing.where.and(after(listing), ...key);
  }
  // One row more than asked for tells whether another page follows.
  const rows = await database.query<Row>(statement(listing, request.limit + 1), listing.where.values);
  const shown = rows.slice(0, request.limit);
  const last = shown.at(-1);
  const items = shown.map(listing.itemOf);
  if (rows.length <= request.limit || last === undefined) return { kind: 'page', items, page: { hasMore: false } };
  const nextCursor = encodeCursor(listing.scope, listing.keyOf(last), now);
  return { kind: 'page', items, page: { hasMore: true, nextCursor } };
}

/** The part of a listing that says how its rows follow one another. */
interface Order {
  readonly order: readonly string[];
  readonly direction: 'ASC' | 'DESC';
}

function after(listing: Order): string {
  const columns = listing.order.map(columnOf).join(', ');
  const places = listing.order.map((column) => `?::${column.split('::')[1]}`).join(', ');
  return `(${columns}) ${listing.direction === 'ASC' ? '>' : '<'} (${places})`;
}

function statement(listing: Order & { readonly select: string; readonly where: Where }, limit: number): string {
  const order = listing.order.map((column) => `${columnOf(column)} ${listing.direction}`).join(', ');
  return `${listing.select} WHERE ${listing.where.sql()} ORDER BY ${order} LIMIT ${limit}`;
}

function columnOf(ordered: string): string {
  return ordered.split('::', 1)[0] ?? ordered;
}
